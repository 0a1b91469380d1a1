// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import com.google.protobuf.Message;
import io.roadstead.app.App;
import io.roadstead.app.AppName;
import io.roadstead.app.AppQuery;
import io.roadstead.app.AppService;
import io.roadstead.app.DeleteResult;
import io.roadstead.app.WriteOptions;
import io.roadstead.app.WriteResult;
import io.roadstead.wire.AppToProto;
import io.roadstead.wire.SpecFromProto;
import io.roadstead.wire.SpecPatch;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Deploys, reads, lists and deletes apps. */
@Path("/v1/namespaces/{namespace}/apps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AppResource {
  private final AppService apps;
  private final AnswerEtag etags;

  AppResource(AppService apps, AnswerEtag etags) {
    this.apps = apps;
    this.etags = etags;
  }

  @GET
  public Message list(
      @PathParam("namespace") String namespace,
      @QueryParam("filter") @Nullable String filter,
      @BeanParam PageParameters page,
      @Context SecurityContext security) {
    var query = AppQuery.of(namespace, filter, page.toPage());
    return AppToProto.toProto(apps.list(CallerFilter.of(security), query));
  }

  @GET
  @Path("{app}")
  public RestResponse<Message> get(
      @BeanParam AppPath path, @Context HttpHeaders headers, @Context SecurityContext security) {
    App app = apps.get(CallerFilter.of(security), path.toName());
    return etags.answer(AppToProto.toProto(app), app.etag(), headers);
  }

  @PUT
  @Path("{app}")
  public RestResponse<Message> deploy(
      @BeanParam AppPath path,
      @BeanParam DeployParameters parameters,
      @Context SecurityContext security,
      io.roadstead.v1.@Nullable App body) {
    AppName name = path.toName();
    io.roadstead.v1.App sent = Required.body(body);
    WriteOptions options = SentApp.options(sent, parameters.toOptions());
    SentApp.requireSame(sent, name, () -> apps.get(CallerFilter.of(security), name));
    WriteResult result =
        apps.deploy(
            CallerFilter.of(security), name, SpecFromProto.fromProto(sent.getSpec()), options);
    var answer =
        result.created() && !options.validateOnly()
            ? RestResponse.ResponseBuilder.<Message>create(
                    RestResponse.Status.CREATED, AppToProto.toProto(result))
                .location(URI.create("/v1/" + name))
            : RestResponse.ResponseBuilder.<Message>ok(AppToProto.toProto(result));
    return answer.header(HttpHeaders.ETAG, result.app().etag()).build();
  }

  @PATCH
  @Path("{app}")
  @Consumes(SpecPatch.MEDIA_TYPE)
  public RestResponse<Message> update(
      @BeanParam AppPath path,
      @BeanParam WriteParameters parameters,
      @Context SecurityContext security,
      @Nullable SpecPatch patch) {
    WriteOptions options = parameters.toOptions();
    WriteResult result =
        apps.update(CallerFilter.of(security), path.toName(), Required.body(patch), options);
    return RestResponse.ResponseBuilder.<Message>ok(AppToProto.toProto(result))
        .header(HttpHeaders.ETAG, result.app().etag())
        .build();
  }

  @DELETE
  @Path("{app}")
  public RestResponse<Message> delete(
      @BeanParam AppPath path,
      @BeanParam DeleteParameters parameters,
      @Context SecurityContext security) {
    WriteOptions options = parameters.toOptions();
    DeleteResult result =
        apps.delete(CallerFilter.of(security), path.toName(), parameters.inForeground(), options);
    return RestResponse.ResponseBuilder.<Message>create(
            result.complete() || options.validateOnly()
                ? RestResponse.Status.OK
                : RestResponse.Status.ACCEPTED,
            AppToProto.toProto(result))
        .build();
  }
}
