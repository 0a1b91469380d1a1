// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.cluster.Availability;
import io.roadstead.cluster.Capabilities;
import io.roadstead.cluster.Capability;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@link Capabilities} as JSON. */
@Schema(name = "Capabilities", description = "What a cluster can do for an app beyond running it.")
public record CapabilitiesBody(
    @Schema(
            description = "An address of its own for a Service of type LoadBalancer.",
            required = true)
        CapabilityBody loadBalancer,
    @Schema(description = "CPU and memory of pods (`metrics.k8s.io`).", required = true)
        CapabilityBody metrics,
    @Schema(
            description = "Changing the number of pods with their load, which needs the metrics.",
            required = true)
        CapabilityBody autoscaling,
    @Schema(description = "Ingress classes to choose from.", required = true)
        CapabilityBody ingress,
    @Schema(description = "Gateway classes to choose from.", required = true)
        CapabilityBody gatewayApi) {

  static CapabilitiesBody of(Capabilities all) {
    return new CapabilitiesBody(
        CapabilityBody.of(all.loadBalancer()),
        CapabilityBody.of(all.metrics()),
        CapabilityBody.of(all.autoscaling()),
        CapabilityBody.of(all.ingress()),
        CapabilityBody.of(all.gatewayApi()));
  }

  /** A {@link Capability} as JSON. */
  @Schema(name = "Capability", description = "Something that a cluster can or can't do.")
  public record CapabilityBody(
      @Schema(
              description =
                  "Whether it can. `BUILT_IN`: it comes with the system; `INSTALLED`: it was added,"
                      + " and was seen; `NONE`: there is none; `UNKNOWN`: it can't be told.",
              required = true)
          Availability availability,
      @Schema(
              description = "Who provides it, or the classes to choose from; may be empty.",
              required = true)
          List<String> names,
      @Schema(description = "What that rests on, in a sentence.", required = true) String evidence,
      @Schema(
              description =
                  "What to do to get it, a command where there is one; null when nothing needs"
                      + " doing.",
              required = true,
              nullable = true)
          @Nullable String remedy) {

    static CapabilityBody of(Capability one) {
      return new CapabilityBody(one.availability(), one.names(), one.evidence(), one.remedy());
    }
  }
}
