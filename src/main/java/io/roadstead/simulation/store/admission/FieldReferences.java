// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of references to fields and resources of the pod itself. */
final class FieldReferences {
  private static final Pattern KEYED =
      Pattern.compile("metadata\\.(labels|annotations)\\['[^']+'\\]");

  private static final Set<String> BOTH =
      Set.of("metadata.name", "metadata.namespace", "metadata.uid");
  private static final Set<String> IN_ENV =
      Set.of(
          "spec.nodeName",
          "spec.serviceAccountName",
          "status.hostIP",
          "status.hostIPs",
          "status.podIP",
          "status.podIPs");
  private static final Set<String> IN_FILES = Set.of("metadata.labels", "metadata.annotations");

  private static final List<String> RESOURCES =
      List.of(
          "limits.cpu",
          "limits.ephemeral-storage",
          "limits.memory",
          "requests.cpu",
          "requests.ephemeral-storage",
          "requests.memory");
  private static final Map<String, Set<String>> DIVISORS =
      Map.of(
          "cpu", Set.of("0", "1", "1m"),
          "memory",
              Set.of(
                  "0", "1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi",
                  "1Ei"));

  private FieldReferences() {}

  static void check(String field, JsonNode reference, boolean file, List<StatusCause> causes) {
    String path = reference.path("fieldPath").asText("");
    String where = field + ".fieldPath";
    if (path.isEmpty()) {
      causes.add(StatusCause.required(where, ""));
    } else if (!KEYED.matcher(path).matches() && !known(path)) {
      causes.add(
          StatusCause.invalid(
              where, path, "error converting fieldPath: field label not supported: " + path));
    } else if (!KEYED.matcher(path).matches()
        && !BOTH.contains(path)
        && file == IN_ENV.contains(path)) {
      causes.add(StatusCause.unsupported(where, path, supported(file)));
    }
  }

  private static boolean known(String path) {
    return BOTH.contains(path) || IN_ENV.contains(path) || IN_FILES.contains(path);
  }

  private static String supported(boolean file) {
    return file
        ? "\"metadata.annotations\", \"metadata.labels\", \"metadata.name\","
            + " \"metadata.namespace\", \"metadata.uid\""
        : "\"metadata.name\", \"metadata.namespace\", \"metadata.uid\", \"spec.nodeName\","
            + " \"spec.serviceAccountName\", \"status.hostIP\", \"status.hostIPs\","
            + " \"status.podIP\", \"status.podIPs\"";
  }

  static void checkResource(String field, JsonNode reference, List<StatusCause> causes) {
    String resource = reference.path("resource").asText("");
    if (resource.isEmpty()) {
      causes.add(StatusCause.required(field + ".resource", ""));
    } else if (!RESOURCES.contains(resource) && !resource.contains(".hugepages-")) {
      String supported = "\"" + String.join("\", \"", RESOURCES) + "\"";
      causes.add(StatusCause.unsupported(field + ".resource", resource, supported));
    } else {
      checkDivisor(field, resource, reference.path("divisor").asText("0"), causes);
    }
  }

  private static void checkDivisor(
      String field, String resource, String divisor, List<StatusCause> causes) {
    String name = resource.substring(resource.indexOf('.') + 1);
    boolean cpu = name.equals("cpu");
    Optional<String> given = Amount.parse(divisor).map(Amount::canonical);
    Set<String> allowed = DIVISORS.get(cpu ? "cpu" : "memory");
    if (given.isPresent() && allowed != null && !allowed.contains(given.get())) {
      String values = cpu ? "1m and 1" : "1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei";
      causes.add(
          StatusCause.invalid(
              field + ".divisor",
              resource,
              "only divisor's values " + values + " are supported with the " + name + " resource"));
    }
  }
}
