// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.Evidence.Weight;
import java.util.ArrayList;
import java.util.List;

/**
 * The marks of one system.
 *
 * @param system the system
 * @param rules the marks that speak for it
 * @param contrary marks that rule it out, whatever speaks for it
 */
record SystemRules(ClusterSystem system, List<Rule> rules, List<Mark> contrary) {
  SystemRules {
    rules = List.copyOf(rules);
    contrary = List.copyOf(contrary);
  }

  /** A mark and how much it says. */
  record Rule(Mark mark, Weight weight) {}

  static SystemRules of(ClusterSystem system) {
    return new SystemRules(system, List.of(), List.of());
  }

  SystemRules strong(Mark... marks) {
    return with(Weight.STRONG, marks);
  }

  SystemRules medium(Mark... marks) {
    return with(Weight.MEDIUM, marks);
  }

  SystemRules weak(Mark... marks) {
    return with(Weight.WEAK, marks);
  }

  SystemRules not(Mark... marks) {
    return new SystemRules(system, rules, List.of(marks));
  }

  private SystemRules with(Weight weight, Mark... marks) {
    List<Rule> all = new ArrayList<>(rules);
    for (Mark mark : marks) {
      all.add(new Rule(mark, weight));
    }
    return new SystemRules(system, all, contrary);
  }
}
