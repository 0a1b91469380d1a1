// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.roadstead.cluster.ClusterNode;
import io.roadstead.cluster.NodeFingerprint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of a node.
 *
 * @param meta its metadata
 * @param facts the facts that callers see
 * @param fingerprint the marks of the system that created it
 * @param reserved whether a taint keeps ordinary pods off it
 */
public record NodeRecord(
    Meta meta, ClusterNode facts, NodeFingerprint fingerprint, boolean reserved)
    implements ObservedObject {

  /** Its zone, or null when unknown. */
  public @Nullable String zone() {
    return facts.zone();
  }

  /** Whether it reports that it can run pods. */
  public boolean ready() {
    return facts.ready();
  }

  /** Whether new pods may be placed on it. */
  public boolean schedulable() {
    return facts.schedulable();
  }

  public List<String> internalIps() {
    return facts.internalIps();
  }

  public List<String> externalIps() {
    return facts.externalIps();
  }

  /** Whether ordinary pods may be placed on it now. */
  public boolean usable() {
    return ready() && schedulable() && !reserved;
  }

  /** Whether it accepts traffic for node ports. */
  public boolean takesTraffic() {
    return ready() && !fingerprint.isVirtual();
  }
}
