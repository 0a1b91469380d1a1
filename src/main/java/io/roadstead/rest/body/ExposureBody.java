// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Exposure;
import io.roadstead.app.ExposurePort;
import io.roadstead.app.Violations;
import io.roadstead.cluster.ExposureType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link Exposure} as JSON. */
public record ExposureBody(@Nullable ExposureType type, @Nullable List<ExposurePortBody> ports) {

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
