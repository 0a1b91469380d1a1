// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** Configuration for tests, read as the service reads it. */
public final class Configured {
  private Configured() {}

  /** The configuration with these values, all others at their defaults. */
  public static KubernetesConfig with(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 100, new DurationConverter())
        .withMapping(KubernetesConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(KubernetesConfig.class);
  }
}
