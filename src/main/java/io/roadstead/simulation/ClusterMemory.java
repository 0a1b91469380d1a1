// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The objects that survive a cluster: apps with their revisions and what they refer to. Nodes and
 * pods are not included; controllers create pods again, as after a power failure.
 *
 * @param objects the objects, with uid and status
 */
public record ClusterMemory(List<ObjectNode> objects) {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<ResourceKind> MADE_AGAIN =
      Set.of(
          ResourceKinds.NODE,
          ResourceKinds.POD,
          ResourceKinds.ENDPOINTS,
          ResourceKinds.ENDPOINT_SLICE,
          ResourceKinds.EVENT,
          ResourceKinds.EVENT_V1,
          ResourceKinds.LEASE);

  public ClusterMemory {
    objects = objects.stream().map(ObjectNode::deepCopy).toList();
  }

  static ClusterMemory of(ObjectStore store) {
    List<ObjectNode> objects = new ArrayList<>();
    for (ResourceKind kind : store.kinds().all()) {
      if (!MADE_AGAIN.contains(kind)) {
        for (ObjectNode object : store.list(kind, "")) {
          objects.add(object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind()));
        }
      }
    }
    return new ClusterMemory(objects);
  }

  /** The objects of a text returned by {@link #text}. */
  public static ClusterMemory ofText(String text) {
    try {
      List<ObjectNode> objects = new ArrayList<>();
      JSON.readTree(text).forEach(object -> objects.add((ObjectNode) object));
      return new ClusterMemory(objects);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not the text of a cluster's memory", e);
    }
  }

  /** The objects as a JSON array, which is independent of class loaders. */
  public String text() {
    ArrayNode array = JSON.createArrayNode();
    objects.forEach(array::add);
    return array.toString();
  }

  /** The number of objects only; they may contain secrets. */
  @Override
  public String toString() {
    return "ClusterMemory[" + objects.size() + " objects]";
  }
}
