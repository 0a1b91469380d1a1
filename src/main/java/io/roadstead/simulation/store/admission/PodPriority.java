// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.StoreView;
import java.util.Optional;

/** Sets the priority of a new pod from its PriorityClass, or from the default class. */
final class PodPriority {
  private PodPriority() {}

  static void admit(ObjectNode pod, ObjectNode spec, StoreView view) {
    String name = spec.path("priorityClassName").asText("");
    Optional<ObjectNode> found =
        name.isEmpty() ? byDefault(view) : view.find(ResourceKinds.PRIORITY_CLASS, "", name);
    if (found.isEmpty() && !name.isEmpty()) {
      String why = "no PriorityClass with name " + name + " was found";
      throw PodAdmission.forbidden(pod, why);
    }
    found.ifPresent(c -> spec.put("priorityClassName", Metadata.name(c)));
    spec.put("priority", found.map(c -> c.path("value").asInt()).orElse(0));
    String preemption = found.map(c -> c.path("preemptionPolicy").asText("")).orElse("");
    Defaults.put(
        spec, "preemptionPolicy", preemption.isEmpty() ? "PreemptLowerPriority" : preemption);
  }

  private static Optional<ObjectNode> byDefault(StoreView view) {
    return view.all(ResourceKinds.PRIORITY_CLASS, "").stream()
        .filter(PodPriority::isDefault)
        .findFirst();
  }

  private static boolean isDefault(JsonNode priorityClass) {
    return priorityClass.path("globalDefault").asBoolean();
  }
}
