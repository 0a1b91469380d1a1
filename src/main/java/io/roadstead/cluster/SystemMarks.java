// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.Evidence.Weight;
import java.util.ArrayList;
import java.util.List;

/**
 * The marks of one system. A cloud's providerID alone identifies the machines, not the service:
 * kubeadm, K3s and OpenShift run on them too. The sources of the facts are in docs/clusters.md.
 *
 * @param rules the marks that indicate it
 * @param contrary marks that rule it out, regardless of other marks
 */
public record SystemMarks(List<Rule> rules, List<Mark> contrary) {
  /** No marks. */
  public static final SystemMarks NONE = new SystemMarks(List.of(), List.of());

  public SystemMarks {
    rules = List.copyOf(rules);
    contrary = List.copyOf(contrary);
  }

  /** A mark and how much it proves. */
  public record Rule(Mark mark, Weight weight) {}

  /** Starts with marks that are each sufficient. */
  public static SystemMarks strong(Mark... marks) {
    return NONE.with(Weight.STRONG, marks);
  }

  /** Adds marks that are sufficient together with another one. */
  public SystemMarks medium(Mark... marks) {
    return with(Weight.MEDIUM, marks);
  }

  /** Adds hints. */
  public SystemMarks weak(Mark... marks) {
    return with(Weight.WEAK, marks);
  }

  /** Adds marks that rule the system out. */
  public SystemMarks not(Mark... marks) {
    return new SystemMarks(rules, List.of(marks));
  }

  private SystemMarks with(Weight weight, Mark... marks) {
    List<Rule> all = new ArrayList<>(rules);
    for (Mark mark : marks) {
      all.add(new Rule(mark, weight));
    }
    return new SystemMarks(all, contrary);
  }
}
