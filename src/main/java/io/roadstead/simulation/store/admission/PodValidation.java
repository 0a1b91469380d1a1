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
  private static final Set<String> RESTARTS = Set.of("Always", "OnFailure", "Never");

  private PodValidation() {}

  static void checkSpec(String field, JsonNode spec, List<StatusCause> causes) {
    Set<String> volumes = VolumeValidation.check(field + ".volumes", spec.path("volumes"), causes);
    if (spec.path("containers").isEmpty()) {
      causes.add(StatusCause.required(field + ".containers", ""));
    }
    checkContainers(field, spec, volumes, causes);
    HostPorts.checkNetwork(field, spec, causes);
    String restart = spec.path("restartPolicy").asText("");
    if (!RESTARTS.contains(restart)) {
      String supported = "\"Always\", \"OnFailure\", \"Never\"";
      causes.add(StatusCause.unsupported(field + ".restartPolicy", restart, supported));
    }
    DnsValidation.checkPolicy(field + ".dnsPolicy", spec.path("dnsPolicy").asText(""), causes);
    Names.checkLabels(field + ".nodeSelector", spec.path("nodeSelector"), causes);
    SecurityValidation.checkPod(field + ".securityContext", spec.path("securityContext"), causes);
    AffinityValidation.check(field + ".affinity", spec.path("affinity"), causes);
    DnsValidation.checkConfig(field + ".dnsConfig", spec, causes);
    PlacementValidation.checkSpread(
        field + ".topologySpreadConstraints", spec.path("topologySpreadConstraints"), causes);
    checkName(field, "serviceAccountName", Names.SUBDOMAIN, spec, causes);
    checkName(field, "hostname", Names.LABEL, spec, causes);
    checkName(field, "subdomain", Names.LABEL, spec, causes);
    PlacementValidation.checkTolerations(field + ".tolerations", spec.path("tolerations"), causes);
    DnsValidation.checkHosts(field + ".hostAliases", spec.path("hostAliases"), causes);
    checkName(field, "priorityClassName", Names.SUBDOMAIN, spec, causes);
    checkName(field, "runtimeClassName", Names.SUBDOMAIN, spec, causes);
  }

  private static void checkName(
      String parent, String field, Names rule, JsonNode spec, List<StatusCause> causes) {
    String name = spec.path(field).asText("");
    if (!name.isEmpty()) {
      rule.check(parent + "." + field, name, causes);
    }
  }

  private static void checkContainers(
      String field, JsonNode spec, Set<String> volumes, List<StatusCause> causes) {
    JsonNode grace = spec.path("terminationGracePeriodSeconds");
    Set<String> names = new HashSet<>();
    HostPorts ports = new HostPorts();
    for (String list : List.of("containers", "initContainers")) {
      int index = 0;
      for (ObjectNode container : Containers.objects(spec.path(list))) {
        String path = field + "." + list + "[" + index++ + "]";
        ContainerValidation.check(path, container, volumes, causes);
        String name = container.path("name").asText();
        if (!names.add(name)) {
          causes.add(StatusCause.duplicate(path + ".name", name));
        }
        if (list.equals("containers")) {
          LifecycleValidation.check(path, container, grace, causes);
          ports.checkConflicts(path, container, causes);
        } else {
          checkInit(path, container, grace, causes);
        }
      }
    }
  }

  private static void checkInit(
      String path, ObjectNode container, JsonNode grace, List<StatusCause> causes) {
    new HostPorts().checkConflicts(path, container, causes);
    String restart = container.path("restartPolicy").asText("");
    if (restart.equals("Always")) {
      LifecycleValidation.check(path, container, grace, causes);
      return;
    }
    if (!restart.isEmpty() && !RESTARTS.contains(restart)) {
      String supported = "\"Always\", \"Never\", \"OnFailure\"";
      causes.add(StatusCause.unsupported(path + ".restartPolicy", restart, supported));
    }
    LifecycleValidation.forbid(path, container, causes);
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
