// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import com.google.protobuf.Message;
import io.roadstead.app.ClusterRepository;
import io.roadstead.wire.ClusterToProto;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Describes the service's cluster. */
@Path("/v1/cluster")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClusterResource {
  private final ClusterRepository cluster;

  ClusterResource(ClusterRepository cluster) {
    this.cluster = cluster;
  }

  @GET
  public Message get(@Context SecurityContext security) {
    return ClusterToProto.toProto(cluster.describe(CallerFilter.of(security)));
  }

  @GET
  @Path("nodes")
  public Message nodes(@BeanParam PageParameters page, @Context SecurityContext security) {
    return ClusterToProto.toProto(cluster.nodes(CallerFilter.of(security), page.toPage()));
  }
}
