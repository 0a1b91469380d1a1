// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of the volumes of a pod. */
final class VolumeValidation {
  private static final int SHORTEST_TOKEN_SECONDS = 600;

  /** The fields that each source requires. */
  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "configMap", List.of("name"),
          "secret", List.of("secretName"),
          "persistentVolumeClaim", List.of("claimName"),
          "hostPath", List.of("path"),
          "nfs", List.of("server", "path"),
          "csi", List.of("driver"));

  private static final List<String> WITH_FILES = List.of("configMap", "secret", "downwardAPI");

  private VolumeValidation() {}

  /** Checks all volumes and returns their names. */
  static Set<String> check(String field, JsonNode volumes, List<StatusCause> causes) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < volumes.size(); i++) {
      String path = field + "[" + i + "]";
      JsonNode volume = volumes.path(i);
      checkSources(path, volume, causes);
      String name = volume.path("name").asText("");
      if (name.isEmpty()) {
        causes.add(StatusCause.required(path + ".name", ""));
        continue;
      }
      Names.LABEL.check(path + ".name", name, causes);
      if (!names.add(name)) {
        causes.add(StatusCause.duplicate(path + ".name", name));
      }
    }
    return names;
  }

  private static void checkSources(String path, JsonNode volume, List<StatusCause> causes) {
    int sources = 0;
    for (Map.Entry<String, JsonNode> source : volume.properties()) {
      if (source.getKey().equals("name")) {
        continue;
      }
      String field = path + "." + source.getKey();
      if (sources++ > 0) {
        causes.add(StatusCause.forbidden(field, "may not specify more than 1 volume type"));
      } else {
        checkSource(field, source.getKey(), source.getValue(), causes);
      }
    }
  }

  private static void checkSource(
      String field, String type, JsonNode source, List<StatusCause> causes) {
    for (String name : REQUIRED.getOrDefault(type, List.of())) {
      if (source.path(name).asText("").isEmpty()) {
        causes.add(StatusCause.required(field + "." + name, ""));
      }
    }
    if (WITH_FILES.contains(type)) {
      VolumeFiles.checkMode(field + ".defaultMode", source.path("defaultMode"), causes);
      VolumeFiles.check(field, type, source.path("items"), causes);
    } else if (type.equals("emptyDir")) {
      Optional<Amount> size = Amount.parse(source.path("sizeLimit").asText("0"));
      if (size.isPresent() && size.get().isNegative()) {
        String rule = "SizeLimit field must be a valid resource quantity";
        causes.add(StatusCause.forbidden(field + ".sizeLimit", rule));
      }
    } else if (type.equals("projected")) {
      VolumeFiles.checkMode(field + ".defaultMode", source.path("defaultMode"), causes);
      checkProjected(field, source.path("sources"), causes);
    } else if (type.equals("nfs") && !source.path("path").asText("").startsWith("/")) {
      String sent = source.path("path").asText("");
      causes.add(StatusCause.invalid(field + ".path", sent, "must be an absolute path"));
    }
  }

  private static void checkProjected(String field, JsonNode sources, List<StatusCause> causes) {
    for (int i = 0; i < sources.size(); i++) {
      String path = field + ".sources[" + i + "]";
      JsonNode source = sources.path(i);
      if (source.size() > 1) {
        String rule = "may not specify more than 1 volume type per source";
        causes.add(StatusCause.forbidden(path, rule));
      }
      for (String type : List.of("configMap", "secret")) {
        Optional<ObjectNode> files = Containers.objectAt(source.path(type));
        if (files.isPresent() && files.get().path("name").asText("").isEmpty()) {
          causes.add(StatusCause.required(path + "." + type + ".name", ""));
        }
        VolumeFiles.check(path + "." + type, type, source.path(type).path("items"), causes);
      }
      JsonNode downward = source.path("downwardAPI").path("items");
      VolumeFiles.check(path + ".downwardAPI", "downwardAPI", downward, causes);
      checkToken(field, path, source.path("serviceAccountToken"), causes);
    }
  }

  private static void checkToken(
      String field, String path, JsonNode token, List<StatusCause> causes) {
    if (token.isMissingNode()) {
      return;
    }
    long seconds = token.path("expirationSeconds").asLong();
    if (seconds < SHORTEST_TOKEN_SECONDS) {
      causes.add(
          StatusCause.invalid(
              path + ".serviceAccountToken.expirationSeconds",
              seconds,
              "may not specify a duration less than 10 minutes"));
    }
    if (token.path("path").asText("").isEmpty()) {
      causes.add(StatusCause.required(field + ".path", ""));
    }
  }
}
