// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.app.AppName;
import io.roadstead.app.Settings;
import io.roadstead.kubernetes.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The ConfigMap with the files of a volume. Its name contains a digest of the files, so that other
 * files are another ConfigMap: a change rolls the pods, and an older version keeps its files.
 */
public final class ConfigMapMapping {
  private static final String CONFIG = "config";
  private static final String FILES = "files";
  private static final String ITEMS = "items";
  private static final int DIGITS = 10;
  private static final Set<String> REFERENCES =
      Set.of("configMap", "configMapRef", "configMapKeyRef");

  private ConfigMapMapping() {}

  /** Whether a volume has files of its own. */
  public static boolean hasFiles(Settings volume) {
    return !volume.group(CONFIG).texts(FILES).isEmpty();
  }

  /** The ConfigMap with the files of a volume. */
  public static ConfigMap desired(AppName app, Settings volume) {
    Map<String, String> files = volume.group(CONFIG).texts(FILES);
    Map<String, String> keys = keys(files.keySet());
    Map<String, String> data = new TreeMap<>();
    files.forEach((path, content) -> data.put(keys.getOrDefault(path, path), content));
    Map<String, String> labels = AppLabels.desired(app, Map.of());
    labels.put(AppKeys.VOLUME, volumeName(volume));
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(app.namespace())
        .withName(name(app, volume))
        .withLabels(labels)
        .endMetadata()
        .withImmutable(true)
        .withData(data)
        .build();
  }

  /** The volume, with its ConfigMap instead of the files. */
  public static Settings resolved(AppName app, Settings volume) {
    if (!hasFiles(volume)) {
      return volume;
    }
    Settings config = volume.group(CONFIG);
    Map<String, String> keys = keys(config.texts(FILES).keySet());
    Settings resolved = config.with(FILES, null).with("name", name(app, volume));
    if (config.has(ITEMS)) {
      resolved =
          resolved.withEach(
              ITEMS,
              item -> {
                String path = item.word("key");
                return item.with("key", keys.getOrDefault(path, path));
              });
    } else if (keys.keySet().stream().anyMatch(path -> path.contains("/"))) {
      List<Map<String, Object>> items = new ArrayList<>();
      keys.forEach((path, key) -> items.add(Map.of("key", key, "path", path)));
      resolved = resolved.with(ITEMS, items);
    }
    return volume.with(CONFIG, resolved);
  }

  /** The Deployment of an app as the owner of its files. */
  public static OwnerReference owner(Deployment deployment) {
    return new OwnerReferenceBuilder()
        .withApiVersion("apps/v1")
        .withKind("Deployment")
        .withName(deployment.getMetadata().getName())
        .withUid(deployment.getMetadata().getUid())
        .build();
  }

  /** Whether a Deployment owns an object. */
  public static boolean isOwned(ConfigMap found, Deployment deployment) {
    return Fields.orEmpty(found.getMetadata().getOwnerReferences()).stream()
        .anyMatch(owner -> deployment.getMetadata().getUid().equals(owner.getUid()));
  }

  /** Whether Roadstead made a ConfigMap for an app, and still manages it. */
  public static boolean isOf(AppName app, ConfigMap found) {
    return AppLabels.isManaged(found.getMetadata()) && AppLabels.isOf(app, found.getMetadata());
  }

  /** The names of the ConfigMaps to which pods refer. */
  public static Set<String> references(PodSpec pods) {
    Set<String> names = new TreeSet<>();
    for (String field : REFERENCES) {
      Json.MAPPER
          .valueToTree(pods)
          .findValues(field)
          .forEach(reference -> names.add(reference.path("name").asText()));
    }
    return names;
  }

  private static String name(AppName app, Settings volume) {
    List<String> parts = new ArrayList<>(List.of(app.app(), volumeName(volume)));
    volume
        .group(CONFIG)
        .texts(FILES)
        .forEach(
            (path, content) -> {
              parts.add(path);
              parts.add(Integer.toString(content.length()));
              parts.add(content);
            });
    String digest = Digest.hex(DIGITS, parts.toArray(String[]::new));
    return Names.joined(Names.SUBDOMAIN, app.app(), volumeName(volume) + "-" + digest);
  }

  private static String volumeName(Settings volume) {
    return volume.word("name");
  }

  /** A key can't contain a slash, so a path with directories gets a key of its own. */
  private static Map<String, String> keys(Set<String> paths) {
    Map<String, String> keys = new TreeMap<>();
    Set<String> taken = new TreeSet<>(paths);
    for (String path : new TreeSet<>(paths)) {
      String key = path;
      if (path.contains("/")) {
        key = path.replace('/', '.');
        while (!taken.add(key)) {
          key += "_";
        }
      }
      keys.put(path, key);
    }
    return keys;
  }
}
