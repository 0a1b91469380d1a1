// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the cluster is watched. */
@ConfigMapping(prefix = "roadstead.watch")
public interface WatchConfig {

  /** How often the API server is asked whether it is there. Bounds how late an outage shows. */
  @WithDefault("5s")
  @DurationMin(millis = 100)
  @DurationMax(minutes = 5)
  Duration heartbeat();

  /**
   * How long answers may come from a cache that the API server no longer feeds before the service
   * reports that it is not ready. Until then its reads still help, marked as stale.
   */
  @WithDefault("5m")
  @DurationMin(seconds = 1)
  Duration notReadyWhenStaleFor();
}
