// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a node.
 *
 * @param meta its metadata
 * @param zone its zone, or null when the cluster does not say
 * @param ready whether it reports that it can run pods
 * @param schedulable whether new pods may be placed on it
 * @param internalIps its addresses within the nodes' network
 * @param externalIps its addresses from outside
 */
public record NodeRecord(
    Meta meta,
    @Nullable String zone,
    boolean ready,
    boolean schedulable,
    List<String> internalIps,
    List<String> externalIps)
    implements ObservedObject {
  public NodeRecord {
    internalIps = List.copyOf(internalIps);
    externalIps = List.copyOf(externalIps);
  }
}
