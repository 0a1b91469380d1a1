// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.WriteOptions;
import java.util.List;
import java.util.Map;

/**
 * The objects that every API server creates at its first start: its namespaces, the priorities of
 * the system, and its own Service.
 */
final class Bootstrap {
  private static final List<String> NAMESPACES =
      List.of("default", "kube-node-lease", "kube-public", "kube-system");
  private static final Map<String, Integer> PRIORITIES =
      Map.of("system-cluster-critical", 2_000_000_000, "system-node-critical", 2_000_001_000);
  private static final WriteOptions WRITE = WriteOptions.by("kube-apiserver");

  private Bootstrap() {}

  static void fill(ObjectStore store) {
    for (String name : NAMESPACES) {
      store.create(ResourceKinds.NAMESPACE, named(name), WRITE);
    }
    PRIORITIES.forEach(
        (name, value) ->
            store.create(ResourceKinds.PRIORITY_CLASS, named(name).put("value", value), WRITE));
    ObjectNode service = named("kubernetes");
    Metadata.of(service).put("namespace", "default");
    service
        .withObject("/metadata/labels")
        .put("component", "apiserver")
        .put("provider", "kubernetes");
    ObjectNode spec = service.withObject("/spec").put("clusterIP", "10.96.0.1");
    spec.withArray("ports")
        .addObject()
        .put("name", "https")
        .put("port", 443)
        .put("protocol", "TCP")
        .put("targetPort", 6443);
    store.create(ResourceKinds.SERVICE, service, WRITE);
  }

  private static ObjectNode named(String name) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    Metadata.of(object).put("name", name);
    return object;
  }
}
