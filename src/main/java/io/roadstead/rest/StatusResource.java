// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.AppService;
import io.roadstead.rest.body.AppStatusBody;
import io.roadstead.rest.body.PodPageBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports on apps and their pods. */
@Path("/v1/namespaces/{namespace}/apps/{app}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Apps")
public class StatusResource {
  private final AppService apps;

  StatusResource(AppService apps) {
    this.apps = apps;
  }

  @GET
  @Path("status")
  @Operation(
      operationId = "getAppStatus",
      summary = "Reads an app's status",
      description = "State, reasons, replicas, pods, rollout, exposure with addresses.")
  @APIResponse(
      responseCode = "200",
      description = "The status.",
      content = @Content(schema = @Schema(implementation = AppStatusBody.class)))
  public AppStatusBody status(@BeanParam AppPath path, @Context SecurityContext security) {
    return AppStatusBody.of(apps.status(CallerFilter.of(security), path.toName()));
  }

  @GET
  @Path("pods")
  @Operation(
      operationId = "listPods",
      summary = "Lists an app's pods",
      description = "By name, in pages.")
  @APIResponse(
      responseCode = "200",
      description = "A page of pods.",
      content = @Content(schema = @Schema(implementation = PodPageBody.class)))
  public PodPageBody pods(
      @BeanParam AppPath path, @BeanParam PageParameters page, @Context SecurityContext security) {
    return PodPageBody.of(apps.pods(CallerFilter.of(security), path.toName(), page.toPage()));
  }
}
