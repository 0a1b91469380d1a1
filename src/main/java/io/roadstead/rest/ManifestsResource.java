// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.AppService;
import io.roadstead.v1.GetManifestsResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.Variant;
import java.util.List;

/** Serves the manifests of apps: as YAML, which {@code kubectl} reads, or as JSON with that. */
@Path("/v1/namespaces/{namespace}/apps/{app}/manifests")
@Produces({ManifestsResource.YAML, MediaType.APPLICATION_JSON})
@Consumes(MediaType.APPLICATION_JSON)
public class ManifestsResource {
  /** RFC 9512. It has no parameter {@code charset}: YAML says its encoding itself. */
  static final String YAML = "application/yaml";

  /** In the order of our own preference, which applies when the client has none. */
  private static final List<Variant> VARIANTS =
      Variant.mediaTypes(MediaType.valueOf(YAML), MediaType.APPLICATION_JSON_TYPE).build();

  private final AppService apps;

  ManifestsResource(AppService apps) {
    this.apps = apps;
  }

  @GET
  public Response get(
      @BeanParam AppPath path, @Context Request request, @Context SecurityContext security) {
    String yaml = apps.manifests(CallerFilter.of(security), path.toName());
    // The choice adds Vary: Accept.
    Variant chosen = request.selectVariant(VARIANTS);
    if (chosen == null || chosen.getMediaType().isCompatible(MediaType.valueOf(YAML))) {
      return Response.ok(yaml, YAML).build();
    }
    var body = GetManifestsResponse.newBuilder().setYaml(yaml).build();
    return Response.ok(body, MediaType.APPLICATION_JSON).build();
  }
}
