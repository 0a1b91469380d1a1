// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import com.google.protobuf.Message;
import io.roadstead.app.App;
import io.roadstead.app.AppName;
import io.roadstead.app.AppService;
import io.roadstead.app.Scale;
import io.roadstead.app.WriteOptions;
import io.roadstead.v1.ScaleAppRequest;
import io.roadstead.wire.AppToProto;
import io.roadstead.wire.ScaleFromProto;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

/** Reads and sets the number of pods of apps. */
@Path("/v1/namespaces/{namespace}/apps/{app}/scale")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ScaleResource {
  private final AppService apps;
  private final AnswerEtag etags;

  ScaleResource(AppService apps, AnswerEtag etags) {
    this.apps = apps;
    this.etags = etags;
  }

  @GET
  public RestResponse<Message> get(
      @BeanParam AppPath path, @Context HttpHeaders headers, @Context SecurityContext security) {
    App app = apps.get(CallerFilter.of(security), path.toName());
    return etags.answer(AppToProto.scale(app).getScale(), app.etag(), headers);
  }

  @PUT
  public RestResponse<Message> scale(
      @BeanParam AppPath path,
      @BeanParam WriteParameters parameters,
      @Context SecurityContext security,
      @Nullable ScaleAppRequest scale) {
    WriteOptions options = parameters.toOptions();
    AppName name = path.toName();
    Scale wanted = ScaleFromProto.fromProto(Required.body(scale));
    return WriteAnswer.of(apps.scale(CallerFilter.of(security), name, wanted, options));
  }
}
