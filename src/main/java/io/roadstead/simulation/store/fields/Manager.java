// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.Subresource;

/** The manager and operation of a write: the identity of an entry of {@code managedFields}. */
record Manager(String name, Operation operation, String apiVersion, String subresource)
    implements Comparable<Manager> {

  /** The two ways to own fields. */
  enum Operation {
    /** By server-side apply: fields omitted from the next apply are removed. */
    APPLY("Apply"),
    /** By any other write. */
    UPDATE("Update");

    private final String text;

    Operation(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  static Manager applying(String name, ResourceKind kind, Subresource subresource) {
    return new Manager(name, Operation.APPLY, kind.apiVersion(), subresource.path());
  }

  static Manager updating(String name, ResourceKind kind, Subresource subresource) {
    return new Manager(name, Operation.UPDATE, kind.apiVersion(), subresource.path());
  }

  /** Its name in conflict messages. */
  String display() {
    String through = subresource.isEmpty() ? "" : " with subresource \"" + subresource + "\"";
    String version = operation == Operation.UPDATE ? " using " + apiVersion : "";
    return "\"" + name + "\"" + through + version;
  }

  @Override
  public int compareTo(Manager other) {
    int byName = name.compareTo(other.name);
    if (byName != 0) {
      return byName;
    }
    int byDoor = subresource.compareTo(other.subresource);
    return byDoor != 0 ? byDoor : operation.compareTo(other.operation);
  }
}
