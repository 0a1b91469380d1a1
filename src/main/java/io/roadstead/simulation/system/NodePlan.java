// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Distributes the nodes of a cluster over the pools, zones and addresses of its system. */
final class NodePlan {
  private static final int LETTERS_AND_DIGITS = 36;

  private final SimulatedSystem system;
  private final int nodes;

  NodePlan(SimulatedSystem system, int nodes) {
    this.system = system;
    this.nodes = nodes;
  }

  List<PlannedNode> all() {
    List<PlannedNode> planned = new ArrayList<>();
    for (NodePool pool : system.pools()) {
      int left = nodes - planned.size();
      int size = pool.count() == 0 ? left : Math.min(left, pool.count());
      for (int index = 0; index < size; index++) {
        planned.add(node(pool, index, planned.size() + 1, size < nodes));
      }
    }
    return planned;
  }

  private PlannedNode node(NodePool pool, int index, int number, boolean others) {
    Map<String, String> values = new HashMap<>();
    values.put("n", Integer.toString(number));
    values.put("cidr", Integer.toString(number - 1));
    values.put("i", Integer.toString(index + 1));
    values.put("nth", index == 0 ? "" : Integer.toString(index + 1));
    values.put("index", Integer.toString(index));
    values.put("base", Integer.toString(index, LETTERS_AND_DIGITS));
    values.put("region", system.region());
    values.put("apiPort", Integer.toString(system.apiPort()));
    List<String> zones = system.zones();
    values.put("zone", zones.isEmpty() ? "" : zones.get((number - 1) % zones.size()));
    address(values, "ip", "dashedIp", system.internalIp(), number);
    address(values, "externalIp", "dashedExternalIp", system.externalIp(), number);
    Placeholders texts = new Placeholders(system.id() + "/" + number, values);
    return new PlannedNode(system, pool, texts.with("name", texts.fill(pool.name())), others);
  }

  private static void address(
      Map<String, String> values, String name, String dashed, String first, int number) {
    if (!first.isEmpty()) {
      String address = Addresses.plus(first, number - 1);
      values.put(name, address);
      values.put(dashed, address.replace('.', '-'));
    }
  }
}
