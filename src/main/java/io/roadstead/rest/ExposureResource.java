// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import com.google.protobuf.Message;
import io.roadstead.app.App;
import io.roadstead.app.AppName;
import io.roadstead.app.AppService;
import io.roadstead.app.Exposure;
import io.roadstead.app.WriteOptions;
import io.roadstead.wire.AppToProto;
import io.roadstead.wire.ExposureFromProto;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reads how apps are exposed, exposes them and ends their exposure. */
@Path("/v1/namespaces/{namespace}/apps/{app}/exposure")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ExposureResource {
  private final AppService apps;
  private final AnswerEtag etags;

  ExposureResource(AppService apps, AnswerEtag etags) {
    this.apps = apps;
    this.etags = etags;
  }

  @GET
  public RestResponse<Message> get(
      @BeanParam AppPath path, @Context HttpHeaders headers, @Context SecurityContext security) {
    App app = apps.exposed(CallerFilter.of(security), path.toName());
    return etags.answer(AppToProto.exposure(app).getExposure(), app.etag(), headers);
  }

  @PUT
  public RestResponse<Message> expose(
      @BeanParam AppPath path,
      @BeanParam WriteParameters parameters,
      @Context SecurityContext security,
      io.roadstead.v1.@Nullable Exposure exposure) {
    WriteOptions options = parameters.toOptions();
    AppName name = path.toName();
    Exposure wanted = ExposureFromProto.fromProto(Required.body(exposure));
    return WriteAnswer.of(apps.expose(CallerFilter.of(security), name, wanted, options));
  }

  @DELETE
  public RestResponse<Message> unexpose(
      @BeanParam AppPath path,
      @BeanParam WriteParameters parameters,
      @Context SecurityContext security) {
    WriteOptions options = parameters.toOptions();
    return WriteAnswer.of(apps.unexpose(CallerFilter.of(security), path.toName(), options));
  }
}
