// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;

/**
 * The facts about a node that accepts traffic, as needed by the address rules.
 *
 * @param name its name
 * @param internalIps its addresses within the nodes' network
 * @param externalIps its external addresses; some providers repeat the internal ones here
 */
public record NodeFacts(String name, List<String> internalIps, List<String> externalIps) {
  public NodeFacts {
    internalIps = List.copyOf(internalIps);
    externalIps = List.copyOf(externalIps);
  }
}
