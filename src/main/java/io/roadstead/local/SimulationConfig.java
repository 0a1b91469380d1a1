// SPDX-License-Identifier: Apache-2.0
package io.roadstead.local;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/**
 * The simulated cluster of a local run; used when {@code roadstead.kubernetes.source} is SIMULATED.
 */
@ConfigMapping(prefix = "roadstead.simulation")
public interface SimulationConfig {

  /**
   * Port of the simulated API server on 127.0.0.1, for {@code kubectl --server}; 0 for a free one.
   * If another process has it, a free one is taken and logged.
   */
  @WithDefault("0")
  @Min(0)
  @Max(65535)
  int port();

  /** How many nodes the cluster has. */
  @WithDefault("3")
  @Min(0)
  @Max(200)
  int nodes();

  /** The Kubernetes version that it reports. */
  @WithDefault("v1.36.3")
  @Pattern(regexp = "v1\\.[0-9]{1,3}\\.[0-9]{1,3}.*")
  String kubernetesVersion();

  /**
   * How long pulling, starting and stopping take, as a multiple of the usual second or so; 0 for no
   * time at all.
   */
  @WithDefault("1")
  @Min(0)
  @Max(100)
  double delayFactor();
}
