// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The cluster to work on, and the limits of calls to its API server. */
@ConfigMapping(prefix = "roadstead.kubernetes")
public interface KubernetesConfig {

  /** Where the connection to the cluster comes from. */
  @WithDefault("AUTO")
  Source source();

  /** Path of the kubeconfig. Default: the files of KUBECONFIG, merged, else ~/.kube/config. */
  Optional<String> kubeconfig();

  /** The kubeconfig's context to use. Default: its current context. */
  Optional<String> context();

  /** How long to wait for a connection to the API server. */
  @WithDefault("3s")
  @DurationMin(millis = 10)
  @DurationMax(minutes = 1)
  Duration connectTimeout();

  /** How long one call of the API server may take. Watches are not bounded by it. */
  @WithDefault("10s")
  @DurationMin(millis = 10)
  @DurationMax(minutes = 5)
  Duration requestTimeout();

  /** How long a whole write may take, with all its calls and repetitions. */
  @WithDefault("30s")
  @DurationMin(millis = 100)
  @DurationMax(minutes = 10)
  Duration writeDeadline();

  /**
   * How long the kubeconfig's credential plugin, or one answer of its identity provider, may take.
   */
  @WithDefault("30s")
  @DurationMin(millis = 100)
  @DurationMax(minutes = 5)
  Duration credentialTimeout();

  /** How many calls of the API server may run at once; more wait. Watches do not count. */
  @WithDefault("64")
  @Min(1)
  @Max(10_000)
  int maxConcurrentRequests();

  /** Where the connection to the cluster comes from. */
  enum Source {
    /** The simulated cluster inside this process; in dev and test builds only. */
    SIMULATED,
    /** A kubeconfig file. */
    KUBECONFIG,
    /** The service account of the pod that this service runs in. */
    IN_CLUSTER,
    /** IN_CLUSTER where there is a service account, else KUBECONFIG. */
    AUTO
  }
}
