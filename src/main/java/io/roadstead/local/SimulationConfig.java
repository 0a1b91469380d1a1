// SPDX-License-Identifier: Apache-2.0
package io.roadstead.local;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

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

  /**
   * Which Kubernetes system the cluster looks and behaves like: docker-desktop, minikube, kind,
   * kubeadm, gke, eks, aks, ibm-iks, alibaba-ack, k3s, k3d, openshift, microk8s, oke or
   * digitalocean; where a system comes in several kinds, {@code docker-desktop/kind} and {@code
   * ibm-iks/vpc-gen2} choose the other one. Default: no particular one.
   */
  Optional<String> system();

  /** How many nodes the cluster has. Default: as many as is usual for its system, else 3. */
  Optional<@Min(0) @Max(200) Integer> nodes();

  /** The Kubernetes version that it reports. Default: that of its system, else v1.36.3. */
  Optional<@Pattern(regexp = "v1\\.[0-9]{1,3}\\.[0-9]{1,3}.*") String> kubernetesVersion();

  /**
   * How long pulling, starting and stopping take, and the load balancers of a system, as a multiple
   * of the usual time; 0 for no time at all.
   */
  @WithDefault("1")
  @Min(0)
  @Max(100)
  double delayFactor();
}
