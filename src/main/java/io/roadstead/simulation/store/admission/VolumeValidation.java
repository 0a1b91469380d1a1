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

  /** All sources in the order in which the server checks them. */
  private static final List<String> SOURCES =
      List.of(
          "emptyDir",
          "hostPath",
          "gitRepo",
          "gcePersistentDisk",
          "awsElasticBlockStore",
          "secret",
          "nfs",
          "iscsi",
          "glusterfs",
          "flocker",
          "persistentVolumeClaim",
          "rbd",
          "cinder",
          "cephfs",
          "quobyte",
          "downwardAPI",
          "fc",
          "flexVolume",
          "configMap",
          "azureFile",
          "vsphereVolume",
          "photonPersistentDisk",
          "portworxVolume",
          "azureDisk",
          "storageos",
          "projected",
          "scaleIO",
          "csi",
          "ephemeral",
          "image");

  /** The server's own spelling in one of its messages. */
  private static final Map<String, String> MISSPELT =
      Map.of("downwardAPI", "downwarAPI", "cephfs", "cephFS");

  private static final List<String> WITH_FILES = List.of("configMap", "secret", "downwardAPI");

  private VolumeValidation() {}

  /** Checks all volumes and returns the names of the valid ones. */
  static Set<String> check(String field, JsonNode volumes, List<StatusCause> causes) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < volumes.size(); i++) {
      int before = causes.size();
      checkVolume(field + "[" + i + "]", volumes.path(i), names, causes);
      if (causes.size() == before) {
        names.add(volumes.path(i).path("name").asText());
      }
    }
    return names;
  }

  private static void checkVolume(
      String path, JsonNode volume, Set<String> names, List<StatusCause> causes) {
    checkSources(path, volume, causes);
    String name = volume.path("name").asText("");
    if (name.isEmpty()) {
      causes.add(StatusCause.required(path + ".name", ""));
    } else {
      Names.LABEL.check(path + ".name", name, causes);
    }
    if (names.contains(name)) {
      causes.add(StatusCause.duplicate(path + ".name", name));
    }
  }

  private static void checkSources(String path, JsonNode volume, List<StatusCause> causes) {
    int sources = 0;
    for (String source : SOURCES) {
      if (!volume.has(source)) {
        continue;
      }
      String field = path + "." + source;
      if (sources++ > 0) {
        String shown = path + "." + MISSPELT.getOrDefault(source, source);
        causes.add(StatusCause.forbidden(shown, "may not specify more than 1 volume type"));
      } else {
        checkSource(field, source, volume.path(source), causes);
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
