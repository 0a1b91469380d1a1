// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.survey;

import io.roadstead.cluster.ClusterSystem;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Facts about the cluster that it does not report itself. */
@ConfigMapping(prefix = "roadstead.cluster")
public interface ClusterConfig {

  /** The system that made the cluster, e.g. {@code gke}. Default: recognized by its marks. */
  Optional<ClusterSystem> system();

  /**
   * Where node ports were published when the cluster was made (kind's {@code extraPortMappings},
   * k3d's {@code -p}), as {@code nodePort=host:port}, separated by commas: {@code
   * 30080=localhost:8080}. The Kubernetes API does not show them.
   */
  Optional<
          List<
              @Pattern(
                  regexp = PortMappings.FORM,
                  message = "must have the form nodePort=host:port, e.g. 30080=localhost:8080")
              String>>
      portMappings();

  /** How often the API server is asked what it serves and which classes there are. */
  @WithDefault("1m")
  @DurationMin(millis = 100)
  @DurationMax(hours = 1)
  Duration surveyInterval();
}
