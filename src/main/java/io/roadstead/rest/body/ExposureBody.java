// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Exposure;
import io.roadstead.app.ExposurePort;
import io.roadstead.app.Violations;
import io.roadstead.cluster.ExposureType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An {@link Exposure} as JSON. */
@Schema(name = "Exposure", description = "How an app is reached.")
public record ExposureBody(
    @Schema(
            description =
                "From where it can be reached: `INTERNAL` only from inside the cluster, `NODE_PORT` on a port"
                    + " of every node, `LOAD_BALANCER` by a load balancer of the cluster's"
                    + " provider, `EXTERNAL` from outside by the best way that the cluster has.",
            required = true)
        @Nullable ExposureType type,
    @Schema(description = "Default: every port that the containers declare.", maxItems = 100)
        @Nullable List<ExposurePortBody> ports) {

  /** The app model of this body; INVALID_ARGUMENT with every violation. */
  public Exposure toExposure() {
    var violations = new Violations();
    return toExposure(violations, "").validated(violations);
  }

  Exposure toExposure(Violations violations, String prefix) {
    if (type == null) {
      violations.choose(prefix + "type", null, ExposureType.values());
    }
    List<ExposurePort> made = new ArrayList<>();
    violations.each(
        prefix + "ports", Fields.list(ports), (port, at) -> made.add(port.toPort(violations, at)));
    return new Exposure(type == null ? ExposureType.INTERNAL : type, made);
  }
}
