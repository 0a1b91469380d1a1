// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting that is one field of a Kubernetes object.
 *
 * @param name its name in the contract
 * @param path its path in the object
 * @param codec the form of its values
 * @param defaultValue the value that the API server fills in; not read back, so that an app reads
 *     as it was deployed; null for none
 */
record Field(String name, List<String> path, Codec codec, @Nullable JsonNode defaultValue)
    implements Rule {
  @Override
  public void toKubernetes(JsonNode settings, ObjectNode object) {
    JsonNode value = settings.get(name);
    JsonNode sent = value == null ? null : codec.toKubernetes(value);
    if (sent == null) {
      return;
    }
    ObjectNode parent = object;
    for (String step : path.subList(0, path.size() - 1)) {
      parent = parent.get(step) instanceof ObjectNode there ? there : parent.putObject(step);
    }
    String last = path.get(path.size() - 1);
    if (sent instanceof ObjectNode more && parent.get(last) instanceof ObjectNode there) {
      there.setAll(more);
    } else {
      parent.set(last, sent);
    }
  }

  @Override
  public void fromKubernetes(JsonNode object, ObjectNode settings) {
    JsonNode found = object;
    for (String step : path) {
      found = found.path(step);
    }
    if (found.isMissingNode() || found.isNull() || found.equals(defaultValue)) {
      return;
    }
    JsonNode value = codec.fromKubernetes(found);
    if (value != null) {
      settings.set(name, value);
    }
  }

  @Override
  public @Nullable String setting(String at) {
    String field = String.join(".", path);
    boolean is =
        at.startsWith(field)
            && (at.length() == field.length() || ".[".indexOf(at.charAt(field.length())) >= 0);
    String rest = is ? codec.setting(at.substring(field.length())) : null;
    return rest == null ? null : name + rest;
  }
}
