// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.AppService;
import io.roadstead.app.AppStatus;
import io.roadstead.rest.body.AppStatusBody;
import io.roadstead.rest.body.PodPageBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reports on apps and their pods. */
@Path("/v1/namespaces/{namespace}/apps/{app}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Apps")
public class StatusResource {
  private final AppService apps;
  private final AnswerEtag etags;

  StatusResource(AppService apps, AnswerEtag etags) {
    this.apps = apps;
    this.etags = etags;
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
      headers =
          @Header(
              name = "ETag",
              description = "The etag of this answer; it begins with that of the app.",
              schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = AppStatusBody.class)))
  public RestResponse<AppStatusBody> status(
      @BeanParam AppPath path, @Context HttpHeaders headers, @Context SecurityContext security) {
    AppStatus status = apps.status(CallerFilter.of(security), path.toName());
    return etags.answer(AppStatusBody.of(status), status.etag(), headers);
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
