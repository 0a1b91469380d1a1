// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of environment variables and their sources. */
final class EnvValidation {
  private static final Pattern CONFIG_KEY = Pattern.compile("[-._a-zA-Z0-9]+");
  private static final String KEY_RULE =
      "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g."
          + " 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is"
          + " '[-._a-zA-Z0-9]+')";
  private static final String SEVERAL = "may not have more than one field specified at a time";

  private EnvValidation() {}

  static void check(String field, JsonNode env, List<StatusCause> causes) {
    for (int i = 0; i < env.size(); i++) {
      String path = field + "[" + i + "]";
      String name = env.path(i).path("name").asText("");
      if (name.isEmpty()) {
        causes.add(StatusCause.required(path + ".name", ""));
      } else {
        Names.ENV.check(path + ".name", name, causes);
      }
      if (env.path(i).has("valueFrom")) {
        checkSource(path + ".valueFrom", env.path(i), causes);
      }
    }
  }

  private static void checkSource(String path, JsonNode variable, List<StatusCause> causes) {
    JsonNode source = variable.path("valueFrom");
    if (source.has("fieldRef")) {
      FieldReferences.check(path + ".fieldRef", source.path("fieldRef"), false, causes);
    }
    if (source.has("resourceFieldRef")) {
      JsonNode reference = source.path("resourceFieldRef");
      FieldReferences.checkResource(path + ".resourceFieldRef", reference, causes);
    }
    for (String map : List.of("configMapKeyRef", "secretKeyRef")) {
      if (source.has(map)) {
        checkKey(path + "." + map, source.path(map), causes);
      }
    }
    if (source.isEmpty()) {
      causes.add(
          StatusCause.invalid(
              path,
              "",
              "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`,"
                  + " `secretKeyRef` or `fileKeyRef`"));
    } else if (!variable.path("value").asText("").isEmpty()) {
      causes.add(StatusCause.invalid(path, "", "may not be specified when `value` is not empty"));
    } else if (source.size() > 1) {
      causes.add(StatusCause.invalid(path, "", SEVERAL));
    }
  }

  private static void checkKey(String path, JsonNode selector, List<StatusCause> causes) {
    Names.SUBDOMAIN.check(path + ".name", selector.path("name").asText(""), causes);
    String key = selector.path("key").asText("");
    if (key.isEmpty()) {
      causes.add(StatusCause.required(path + ".key", ""));
    } else {
      checkConfigKey(path + ".key", key, causes);
    }
  }

  /** A key of a ConfigMap or Secret. */
  static void checkConfigKey(String path, String key, List<StatusCause> causes) {
    if (!CONFIG_KEY.matcher(key).matches()) {
      causes.add(StatusCause.invalid(path, key, KEY_RULE));
    }
    if (key.equals(".")) {
      causes.add(StatusCause.invalid(path, key, "must not be '.'"));
    } else if (key.equals("..")) {
      causes.add(StatusCause.invalid(path, key, "must not be '..'"));
    } else if (key.startsWith("..")) {
      causes.add(StatusCause.invalid(path, key, "must not start with '..'"));
    }
  }

  static void checkSources(String field, JsonNode sources, List<StatusCause> causes) {
    for (int i = 0; i < sources.size(); i++) {
      JsonNode source = sources.path(i);
      String path = field + "[" + i + "]";
      String prefix = source.path("prefix").asText("");
      if (!prefix.isEmpty()) {
        Names.ENV.check(path + ".prefix", prefix, causes);
      }
      int kinds = 0;
      for (String map : List.of("configMapRef", "secretRef")) {
        if (source.has(map)) {
          kinds++;
          checkName(path + "." + map + ".name", source.path(map).path("name"), causes);
        }
      }
      if (kinds == 0) {
        String rule = "must specify one of: `configMapRef` or `secretRef`";
        causes.add(StatusCause.invalid(field, "", rule));
      } else if (kinds > 1) {
        causes.add(StatusCause.invalid(field, "", SEVERAL));
      }
    }
  }

  private static void checkName(String path, JsonNode name, List<StatusCause> causes) {
    if (name.asText("").isEmpty()) {
      causes.add(StatusCause.required(path, ""));
    } else {
      Names.SUBDOMAIN.check(path, name.asText(), causes);
    }
  }
}
