// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;

/**
 * What the address rules need of a node that takes traffic.
 *
 * @param name its name
 * @param internalIps its addresses within the nodes' network
 * @param externalIps its addresses from outside; some providers repeat the internal ones here
 */
public record NodeFacts(String name, List<String> internalIps, List<String> externalIps) {
  public NodeFacts {
    internalIps = List.copyOf(internalIps);
    externalIps = List.copyOf(externalIps);
  }
}
