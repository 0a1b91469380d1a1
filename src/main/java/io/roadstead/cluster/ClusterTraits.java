// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the address rules need to know about the cluster.
 *
 * @param system the system
 * @param variant which of its variants it is; null when unknown
 * @param nodesBehindVm whether the nodes are inside a virtual machine or a container engine whose
 *     network the machine's own programs cannot reach: Docker Desktop, a Minikube behind a
 *     forwarded port
 * @param nodesKnown whether nodes can be listed, so that no address means no node
 * @param loadBalancer whether something in it provides load balancers
 * @param portMappings where node ports were published when the cluster was made, by node port; the
 *     Kubernetes API does not show it, so the configuration says it
 */
public record ClusterTraits(
    ClusterSystem system,
    @Nullable String variant,
    boolean nodesBehindVm,
    boolean nodesKnown,
    Availability loadBalancer,
    Map<Integer, HostPort> portMappings) {
  /** An unknown cluster. */
  public static final ClusterTraits UNKNOWN =
      new ClusterTraits(ClusterSystem.UNKNOWN, null, false, true, Availability.UNKNOWN, Map.of());

  public ClusterTraits {
    portMappings = Map.copyOf(portMappings);
  }

  /**
   * A place to connect to.
   *
   * @param host a host name or an IP
   * @param port a port, 1 to 65535
   */
  public record HostPort(String host, int port) {}

  /** The traits of an observed cluster. */
  public static ClusterTraits of(
      Recognition recognition,
      ClusterFingerprint cluster,
      Capability loadBalancer,
      Map<Integer, HostPort> portMappings) {
    return new ClusterTraits(
        recognition.system(),
        recognition.variant(),
        recognition.system().knowledge().hidesNodes(new Signs(cluster)),
        cluster.nodesProblem() == null,
        loadBalancer.availability(),
        portMappings);
  }
}
