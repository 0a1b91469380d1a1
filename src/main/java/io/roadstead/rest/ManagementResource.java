// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import com.google.protobuf.Message;
import io.roadstead.app.AppService;
import io.roadstead.app.WriteOptions;
import io.roadstead.wire.AppToProto;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Lets go of apps. */
@Path("/v1/namespaces/{namespace}/apps/{app}/management")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ManagementResource {
  private final AppService apps;

  ManagementResource(AppService apps) {
    this.apps = apps;
  }

  @DELETE
  public Message release(
      @BeanParam AppPath path,
      @BeanParam ReleaseParameters parameters,
      @Context SecurityContext security) {
    WriteOptions options = parameters.toOptions();
    return AppToProto.toProto(apps.release(CallerFilter.of(security), path.toName(), options));
  }
}
