// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.roadstead.kubernetes.json.Json;
import io.roadstead.kubernetes.model.AppKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The change by which Roadstead lets go of an object: one JSON Patch that removes its labels,
 * annotations and owners, and hands its fields to {@link Managers#RELEASED}. The spec is not
 * touched.
 *
 * <p>Without an owner, the fields would go to whoever writes next, and nothing would show that they
 * were set on purpose. Their owner stays an applier: a manifest with the same values can be applied
 * by any manager without a conflict, one with other values conflicts visibly, and {@code kubectl
 * apply --server-side --field-manager=roadstead-released} continues where Roadstead stopped, so
 * that what is left out of a manifest goes.
 */
final class Release {
  private static final Set<String> MARKS = Set.of(AppKeys.MANAGED_BY, AppKeys.VOLUME);

  private Release() {}

  /**
   * The patch, without its precondition.
   *
   * @param autoscaled whether an autoscaler sets the number of pods: it stays without another
   *     owner, because a manifest leaves it out, and would reset it as its owner
   */
  static ArrayNode patch(HasMetadata live, boolean autoscaled) {
    ArrayNode patch = Json.MAPPER.createArrayNode();
    ObjectNode dropped = Json.MAPPER.createObjectNode();
    map(live.getMetadata().getLabels()).keySet().stream()
        .filter(MARKS::contains)
        .forEach(key -> drop(patch, dropped, "labels", key));
    map(live.getMetadata().getAnnotations()).keySet().stream()
        .filter(key -> key.startsWith(AppKeys.PREFIX))
        .forEach(key -> drop(patch, dropped, "annotations", key));
    ObjectNode ours = ours(live);
    dropOwners(patch, dropped, live, ours);
    if (autoscaled) {
      child(dropped, "f:spec").putObject("f:replicas");
    }
    patch
        .addObject()
        .put("op", "replace")
        .put("path", "/metadata/managedFields")
        .set("value", Json.MAPPER.valueToTree(managers(live, OwnedFields.without(ours, dropped))));
    return patch;
  }

  private static Map<String, String> map(@Nullable Map<String, String> map) {
    return new TreeMap<>(Objects.requireNonNullElse(map, Map.of()));
  }

  private static void drop(ArrayNode patch, ObjectNode dropped, String map, String key) {
    String escaped = key.replace("~", "~0").replace("/", "~1");
    patch.addObject().put("op", "remove").put("path", "/metadata/" + map + "/" + escaped);
    child(child(dropped, "f:metadata"), "f:" + map).putObject("f:" + key);
  }

  /** The owners that Roadstead set: with the owner, the cluster would delete the object. */
  private static void dropOwners(
      ArrayNode patch, ObjectNode dropped, HasMetadata live, ObjectNode ours) {
    JsonNode set = ours.path("f:metadata").path("f:ownerReferences");
    List<OwnerReference> all =
        Objects.requireNonNullElse(live.getMetadata().getOwnerReferences(), List.of());
    List<OwnerReference> others =
        all.stream().filter(owner -> !set.has("k:{\"uid\":\"" + owner.getUid() + "\"}")).toList();
    if (others.size() == all.size()) {
      return;
    }
    ObjectNode step = patch.addObject().put("path", "/metadata/ownerReferences");
    if (others.isEmpty()) {
      step.put("op", "remove");
    } else {
      step.put("op", "replace").set("value", Json.MAPPER.valueToTree(others));
    }
    child(dropped, "f:metadata").set("f:ownerReferences", set);
  }

  private static ObjectNode child(ObjectNode parent, String name) {
    return parent.get(name) instanceof ObjectNode found ? found : parent.putObject(name);
  }

  private static List<ManagedFieldsEntry> released(HasMetadata live) {
    return Managers.of(live).stream().filter(Managers::isReleasedWithTheApp).toList();
  }

  private static ObjectNode ours(HasMetadata live) {
    ObjectNode fields = Json.MAPPER.createObjectNode();
    for (ManagedFieldsEntry entry : released(live)) {
      fields = OwnedFields.union(fields, Managers.fields(entry));
    }
    return fields;
  }

  private static List<ManagedFieldsEntry> managers(HasMetadata live, ObjectNode fields) {
    List<ManagedFieldsEntry> ours = released(live);
    List<ManagedFieldsEntry> entries = new ArrayList<>(Managers.of(live));
    entries.removeAll(ours);
    if (!fields.isEmpty()) {
      entries.add(
          new ManagedFieldsEntryBuilder(ours.get(0))
              .withManager(Managers.RELEASED)
              .withOperation("Apply")
              .withFieldsV1(Json.MAPPER.convertValue(fields, FieldsV1.class))
              .build());
    }
    return entries;
  }
}
