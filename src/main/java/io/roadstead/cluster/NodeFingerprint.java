// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of a node that show which system created it. Unknown values are empty.
 *
 * @param name its name
 * @param labels its labels
 * @param annotations the keys of its annotations
 * @param providerId the cloud's id of the machine ({@code spec.providerID})
 * @param osImage the operating system as the kubelet reports it
 * @param kernelVersion the kernel's version
 * @param kubeletVersion the kubelet's version
 */
public record NodeFingerprint(
    String name,
    Map<String, String> labels,
    Set<String> annotations,
    String providerId,
    String osImage,
    String kernelVersion,
    String kubeletVersion) {
  private static final List<ClusterSystem> SYSTEMS = List.of(ClusterSystem.values());

  public NodeFingerprint {
    labels = Map.copyOf(labels);
    annotations = Set.copyOf(annotations);
  }

  /** Whether it represents a service that runs pods, without a network of its own. */
  public boolean isVirtual() {
    return "virtual-kubelet".equals(labels.get("type"))
        || SYSTEMS.stream().anyMatch(system -> system.knowledge().isVirtual(this));
  }
}
