// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKinds;

/**
 * Sets the phase of each namespace and creates its default ServiceAccount. The store empties
 * namespaces that are being deleted.
 */
final class NamespaceController {
  private static final String DEFAULT_ACCOUNT = "default";

  private final ClusterCache cache;
  private final ClusterWriter writer;
  private final WorkQueue queue;

  NamespaceController(Workbench bench) {
    this.cache = bench.cache();
    this.writer = bench.writer("kube-controller-manager");
    this.queue = bench.queue("namespace", this::reconcile);
    cache.onChange(ResourceKinds.NAMESPACE, change -> queue.add(ObjectKey.of(change.latest())));
    cache.onChange(
        ResourceKinds.SERVICE_ACCOUNT,
        change -> queue.add(ObjectKey.clusterScoped(Meta.namespace(change.latest()))));
  }

  private void reconcile(ObjectKey key) {
    ObjectNode namespace = cache.get(ResourceKinds.NAMESPACE, key);
    if (namespace == null || Meta.deleting(namespace)) {
      return;
    }
    if (namespace.path("status").path("phase").asText().isEmpty()) {
      writer.updateStatus(
          ResourceKinds.NAMESPACE, namespace, status -> status.put("phase", "Active"));
    }
    ObjectKey account = new ObjectKey(key.name(), DEFAULT_ACCOUNT);
    if (cache.get(ResourceKinds.SERVICE_ACCOUNT, account) != null) {
      return;
    }
    ObjectNode fresh = JsonNodeFactory.instance.objectNode();
    fresh.putObject("metadata").put("namespace", key.name()).put("name", DEFAULT_ACCOUNT);
    writer.create(ResourceKinds.SERVICE_ACCOUNT, fresh);
  }
}
