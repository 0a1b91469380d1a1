// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.traffic;

import java.util.List;
import java.util.Optional;

/** The hosts behind a port, selected in turn. Used on one event loop. */
final class Backends {
  private List<String> hosts = List.of();
  private int turn;

  void replace(List<String> others) {
    hosts = List.copyOf(others);
  }

  /** The next pod; empty when none is ready. */
  Optional<String> next() {
    if (hosts.isEmpty()) {
      return Optional.empty();
    }
    String host = hosts.get(turn % hosts.size());
    turn = (turn + 1) % hosts.size();
    return Optional.of(host);
  }
}
