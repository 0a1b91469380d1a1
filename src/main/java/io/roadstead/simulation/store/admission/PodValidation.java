// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of pod specs. */
final class PodValidation {
  private PodValidation() {}

  static void checkSpec(String field, JsonNode spec, List<StatusCause> causes) {
    JsonNode containers = spec.path("containers");
    if (containers.isEmpty()) {
      causes.add(StatusCause.required(field + ".containers", ""));
    }
    Set<String> volumes = new HashSet<>();
    spec.path("volumes").forEach(volume -> volumes.add(volume.path("name").asText()));
    Set<String> names = new HashSet<>();
    for (String list : List.of("containers", "initContainers")) {
      int index = 0;
      for (ObjectNode container : Containers.objects(spec.path(list))) {
        String path = field + "." + list + "[" + index++ + "]";
        ContainerValidation.check(path, container, volumes, causes);
        String name = container.path("name").asText();
        if (!names.add(name)) {
          causes.add(StatusCause.duplicate(path + ".name", name));
        }
      }
    }
  }

  /** Only the image of a pod's containers may change. */
  static void checkChange(ObjectNode before, ObjectNode after, List<StatusCause> causes) {
    if (!fixed(before).equals(fixed(after))) {
      causes.add(
          StatusCause.forbidden(
              "spec",
              "pod updates may not change fields other than `spec.containers[*].image`,"
                  + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,"
                  + "`spec.tolerations` (only additions to existing tolerations),"
                  + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was"
                  + " previously negative)"));
    }
  }

  private static JsonNode fixed(ObjectNode pod) {
    if (!(pod.path("spec").deepCopy() instanceof ObjectNode spec)) {
      return pod.path("spec");
    }
    Containers.all(spec).forEach(container -> container.remove("image"));
    // The scheduler writes through the binding subresource, which is validated here too.
    spec.remove(
        List.of(
            "activeDeadlineSeconds", "tolerations", "terminationGracePeriodSeconds", "nodeName"));
    return spec;
  }
}
