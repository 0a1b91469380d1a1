// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import com.google.protobuf.Message;
import io.roadstead.app.AppService;
import io.roadstead.app.AppStatus;
import io.roadstead.wire.PodToProto;
import io.roadstead.wire.StatusToProto;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jboss.resteasy.reactive.RestResponse;

/** Reads the status of apps and their pods. */
@Path("/v1/namespaces/{namespace}/apps/{app}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StatusResource {
  private final AppService apps;
  private final AnswerEtag etags;

  StatusResource(AppService apps, AnswerEtag etags) {
    this.apps = apps;
    this.etags = etags;
  }

  @GET
  @Path("status")
  public RestResponse<Message> status(
      @BeanParam AppPath path, @Context HttpHeaders headers, @Context SecurityContext security) {
    AppStatus status = apps.status(CallerFilter.of(security), path.toName());
    return etags.answer(StatusToProto.toProto(status), status.etag(), headers);
  }

  @GET
  @Path("pods")
  public Message pods(
      @BeanParam AppPath path, @BeanParam PageParameters page, @Context SecurityContext security) {
    return PodToProto.toProto(apps.pods(CallerFilter.of(security), path.toName(), page.toPage()));
  }
}
