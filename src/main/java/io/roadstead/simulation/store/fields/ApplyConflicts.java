// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.StatusCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the fields that an apply would change under another manager, and builds the refusal. */
final class ApplyConflicts {
  private ApplyConflicts() {}

  static void refuse(ManagedFields managed, Manager self, FieldSet changed) {
    Map<Manager, List<String>> conflicts = new TreeMap<>();
    for (Manager manager : managed.managers()) {
      FieldSet contested = managed.get(manager).intersect(changed);
      if (!manager.equals(self) && !contested.isEmpty()) {
        conflicts.put(manager, contested.paths());
      }
    }
    if (!conflicts.isEmpty()) {
      throw refusal(conflicts);
    }
  }

  private static ApiException refusal(Map<Manager, List<String>> conflicts) {
    List<StatusCause> causes = new ArrayList<>();
    conflicts.forEach((manager, paths) -> paths.forEach(p -> causes.add(cause(manager, p))));
    if (causes.size() == 1) {
      StatusCause only = causes.get(0);
      String message = "Apply failed with 1 conflict: " + only.detail() + ": " + only.field();
      return ApiException.applyConflict(message, causes);
    }
    String lines =
        conflicts.entrySet().stream()
            .map(entry -> lines(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("\n"));
    return ApiException.applyConflict(
        "Apply failed with " + causes.size() + " conflicts: " + lines, causes);
  }

  private static StatusCause cause(Manager manager, String path) {
    return new StatusCause("FieldManagerConflict", path, "conflict with " + manager.display());
  }

  private static String lines(Manager manager, List<String> paths) {
    return "conflicts with " + manager.display() + ":\n- " + String.join("\n- ", paths);
  }
}
