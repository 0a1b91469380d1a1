// SPDX-License-Identifier: Apache-2.0
package io.roadstead.probe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * Whether the addresses of exposed apps are tried. An address is tried from where this service
 * runs, and no others than those of the app's own Service.
 */
@ConfigMapping(prefix = "roadstead.probe")
public interface ProbeConfig {

  /** How addresses are tried. */
  @WithDefault("OFF")
  Mode mode();

  /** How long an attempt may take. */
  @WithDefault("2s")
  @DurationMin(millis = 50)
  @DurationMax(seconds = 30)
  Duration timeout();

  /** How long the outcome of an attempt is good; an address is tried at most this often. */
  @WithDefault("10s")
  @DurationMin(millis = 100)
  @DurationMax(minutes = 10)
  Duration freshFor();

  /** How many attempts may run at once; more addresses wait for the next reading. */
  @WithDefault("8")
  @Min(1)
  @Max(100)
  int maxConcurrent();

  /**
   * Whether addresses of the machine that this service runs on may be tried: only where the cluster
   * is on the same machine and forwards its ports there, as Docker Desktop does.
   */
  @WithDefault("false")
  boolean localMachine();

  /** How addresses are tried. */
  enum Mode {
    /** Not at all. */
    OFF,
    /** By connecting. */
    TCP,
    /**
     * Ports that speak HTTP by a request for {@code /}, which any answer satisfies; others by TCP.
     */
    HTTP
  }
}
