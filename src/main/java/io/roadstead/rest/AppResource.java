// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.App;
import io.roadstead.app.AppName;
import io.roadstead.app.AppQuery;
import io.roadstead.app.AppService;
import io.roadstead.app.DeleteResult;
import io.roadstead.app.WriteOptions;
import io.roadstead.app.WriteResult;
import io.roadstead.rest.body.AppBody;
import io.roadstead.rest.body.AppPageBody;
import io.roadstead.rest.body.AppSpecBody;
import io.roadstead.rest.body.DeleteResultBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Deploys, reads, lists and deletes apps. */
@Path("/v1/namespaces/{namespace}/apps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Apps")
public class AppResource {
  private final AppService apps;
  private final AnswerEtag etags;

  AppResource(AppService apps, AnswerEtag etags) {
    this.apps = apps;
    this.etags = etags;
  }

  @GET
  @Operation(
      operationId = "listApps",
      summary = "Lists apps",
      description = "By namespace and name, in pages.")
  @APIResponse(
      responseCode = "200",
      description = "A page of apps.",
      content = @Content(schema = @Schema(implementation = AppPageBody.class)))
  public AppPageBody list(
      @Parameter(
              description = "The namespace, or `-` for every namespace.",
              example = "default",
              schema = @Schema(type = SchemaType.STRING, maxLength = 63))
          @PathParam("namespace")
          String namespace,
      @Parameter(description = "A Kubernetes label selector.", example = "team=web,tier!=cache")
          @QueryParam("filter")
          @Nullable String filter,
      @BeanParam PageParameters page,
      @Context SecurityContext security) {
    var query = AppQuery.of(namespace, filter, page.toPage());
    return AppPageBody.of(apps.list(CallerFilter.of(security), query));
  }

  @GET
  @Path("{app}")
  @Operation(
      operationId = "getApp",
      summary = "Reads an app",
      description = "With its spec and status.")
  @APIResponse(
      responseCode = "200",
      description = "The app.",
      headers =
          @Header(
              name = "ETag",
              description = "The etag of this answer; it begins with that of the app.",
              schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = AppBody.class)))
  public RestResponse<AppBody> get(
      @BeanParam AppPath path, @Context HttpHeaders headers, @Context SecurityContext security) {
    App app = apps.get(CallerFilter.of(security), path.toName());
    return etags.answer(AppBody.of(app), app.etag(), headers);
  }

  @PUT
  @Path("{app}")
  @Operation(
      operationId = "deployApp",
      summary = "Creates or changes an app",
      description =
          "The whole intent in one call: containers, replicas or autoscaling, exposure. Idempotent:"
              + " the same request again writes nothing. It answers as soon as the cluster has"
              + " accepted it; the state is then `DEPLOYING`.")
  @APIResponse(
      responseCode = "200",
      description = "The app exists; it was changed, or already was as desired.",
      headers =
          @Header(
              name = "ETag",
              description = "The etag of the app.",
              schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = AppBody.class)))
  @APIResponse(
      responseCode = "201",
      description = "The app was created.",
      headers = {
        @Header(
            name = "ETag",
            description = "The etag of the app.",
            schema = @Schema(implementation = String.class)),
        @Header(
            name = "Location",
            description = "The address of the app.",
            schema = @Schema(implementation = String.class))
      },
      content = @Content(schema = @Schema(implementation = AppBody.class)))
  public RestResponse<AppBody> deploy(
      @BeanParam AppPath path,
      @BeanParam DeployParameters parameters,
      @Context SecurityContext security,
      @Nullable AppSpecBody spec) {
    WriteOptions options = parameters.toOptions();
    AppName name = path.toName();
    WriteResult result =
        apps.deploy(CallerFilter.of(security), name, Required.body(spec).toSpec(), options);
    var answer =
        result.created() && !options.validateOnly()
            ? RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, AppBody.of(result))
                .location(URI.create("/v1/" + name))
            : RestResponse.ResponseBuilder.ok(AppBody.of(result));
    return answer.header(HttpHeaders.ETAG, result.app().etag()).build();
  }

  @DELETE
  @Path("{app}")
  @Operation(
      operationId = "deleteApp",
      summary = "Deletes an app",
      description = "Says what went and what stays.")
  @APIResponse(
      responseCode = "200",
      description = "Everything is gone; or it was validated only.",
      content = @Content(schema = @Schema(implementation = DeleteResultBody.class)))
  @APIResponse(
      responseCode = "202",
      description = "The rest is going in the background.",
      content = @Content(schema = @Schema(implementation = DeleteResultBody.class)))
  public RestResponse<DeleteResultBody> delete(
      @BeanParam AppPath path,
      @BeanParam DeleteParameters parameters,
      @Context SecurityContext security) {
    WriteOptions options = parameters.toOptions();
    DeleteResult result =
        apps.delete(CallerFilter.of(security), path.toName(), parameters.inForeground(), options);
    return RestResponse.ResponseBuilder.create(
            result.complete() || options.validateOnly()
                ? RestResponse.Status.OK
                : RestResponse.Status.ACCEPTED,
            DeleteResultBody.of(result))
        .build();
  }
}
