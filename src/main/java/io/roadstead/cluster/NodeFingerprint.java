// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.Map;
import java.util.Set;

/**
 * What of a node tells which system made it. What is not known is empty.
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
  public NodeFingerprint {
    labels = Map.copyOf(labels);
    annotations = Set.copyOf(annotations);
  }
}
