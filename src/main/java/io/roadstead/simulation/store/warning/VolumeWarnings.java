// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.warning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The warnings about volumes: sources without function, and files that hide each other. */
final class VolumeWarnings {
  private static final Map<String, String> DEPRECATED = deprecated();

  private VolumeWarnings() {}

  private static Map<String, String> deprecated() {
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put("photonPersistentDisk", "deprecated in v1.11, non-functional in v1.16+");
    sources.put("gitRepo", "deprecated in v1.11, and disabled by default in v1.33+");
    sources.put("scaleIO", "deprecated in v1.16, non-functional in v1.22+");
    sources.put("flocker", "deprecated in v1.22, non-functional in v1.25+");
    sources.put("storageos", "deprecated in v1.22, non-functional in v1.25+");
    sources.put("quobyte", "deprecated in v1.22, non-functional in v1.25+");
    sources.put("glusterfs", "deprecated in v1.25, non-functional in v1.26+");
    sources.put("cephfs", "deprecated in v1.28, non-functional in v1.31+");
    sources.put("rbd", "deprecated in v1.28, non-functional in v1.31+");
    return sources;
  }

  static void check(String field, JsonNode volumes, List<String> warnings) {
    for (int i = 0; i < volumes.size(); i++) {
      String path = field + "[" + i + "].";
      JsonNode volume = volumes.path(i);
      DEPRECATED.forEach(
          (source, text) -> {
            if (volume.has(source)) {
              String shown = source.equals("storageos") ? "storageOS" : source;
              warnings.add(path + shown + ": " + text);
            }
          });
      JsonNode claim = volume.path("ephemeral").path("volumeClaimTemplate").path("spec");
      ClaimWarnings.checkSpec(path + "ephemeral.volumeClaimTemplate.spec", claim, warnings);
    }
    volumes.forEach(volume -> overlaps(volume, warnings));
  }

  private static void overlaps(JsonNode volume, List<String> warnings) {
    String name = volume.path("name").asText();
    JsonNode config = volume.path("configMap");
    JsonNode secret = volume.path("secret");
    String configName = "ConfigMap \"" + config.path("name").asText() + "\"";
    String secretName = "Secret \"" + secret.path("secretName").asText() + "\"";
    overlaps(name, configName, config.path("items"), warnings);
    overlaps(name, secretName, secret.path("items"), warnings);
    overlaps(name, "DownwardAPI", volume.path("downwardAPI").path("items"), warnings);
  }

  private static void overlaps(
      String volume, String source, JsonNode items, List<String> warnings) {
    List<String> seen = new ArrayList<>();
    for (JsonNode item : items) {
      String path = item.path("path").asText().replaceAll("/+$", "");
      for (String other : seen) {
        if ((path + "/").startsWith(other + "/") || (other + "/").startsWith(path + "/")) {
          warnings.add(
              "volume \"%s\" (%s): overlapping paths: \"%s\" with \"%s\""
                  .formatted(volume, source, path, other));
        }
      }
      seen.add(path);
    }
  }
}
