// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.AppService;
import io.roadstead.app.LogicalView;
import io.roadstead.app.PhysicalView;
import io.roadstead.drawing.Drawings;
import io.roadstead.wire.LogicalViewToProto;
import io.roadstead.wire.PhysicalViewToProto;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Serves the logical and physical views of apps: as JSON, as pictures and as text. */
@Path("/v1/namespaces/{namespace}/apps/{app}/views")
@Produces({MediaType.APPLICATION_JSON, ViewAnswer.SVG, ViewAnswer.MERMAID})
@Consumes(MediaType.APPLICATION_JSON)
public class ViewResource {
  private final AppService apps;

  ViewResource(AppService apps) {
    this.apps = apps;
  }

  @GET
  @Path("logical")
  public Response logical(
      @BeanParam AppPath path, @Context Request request, @Context SecurityContext security) {
    LogicalView view = apps.logicalView(CallerFilter.of(security), path.toName());
    return switch (ViewAnswer.format(request)) {
      case FIELDS -> ViewAnswer.fields(LogicalViewToProto.toProto(view));
      case SVG -> ViewAnswer.svg(Drawings.svg(view));
      case MERMAID -> ViewAnswer.mermaid(Drawings.mermaid(view));
    };
  }

  @GET
  @Path("physical")
  public Response physical(
      @BeanParam AppPath path, @Context Request request, @Context SecurityContext security) {
    PhysicalView view = apps.physicalView(CallerFilter.of(security), path.toName());
    return switch (ViewAnswer.format(request)) {
      case FIELDS -> ViewAnswer.fields(PhysicalViewToProto.toProto(view));
      case SVG -> ViewAnswer.svg(Drawings.svg(view));
      case MERMAID -> ViewAnswer.mermaid(Drawings.mermaid(view));
    };
  }
}
