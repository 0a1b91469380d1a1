// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import com.google.protobuf.Message;
import io.roadstead.app.AppService;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jboss.resteasy.reactive.RestResponse;

/** Starts stopped apps. */
@Path("/v1/namespaces/{namespace}/apps/{app}/start")
@Produces(MediaType.APPLICATION_JSON)
public class StartResource {
  private final AppService apps;

  StartResource(AppService apps) {
    this.apps = apps;
  }

  @POST
  public RestResponse<Message> start(
      @BeanParam AppPath path,
      @BeanParam WriteParameters parameters,
      @Context SecurityContext security) {
    return WriteAnswer.of(
        apps.start(CallerFilter.of(security), path.toName(), parameters.toOptions()));
  }
}
