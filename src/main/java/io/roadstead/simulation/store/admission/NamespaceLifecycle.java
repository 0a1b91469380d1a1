// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.StatusCause;
import io.roadstead.simulation.store.StoreView;
import java.util.List;
import java.util.Set;

/**
 * Allows objects to be created only in existing namespaces that are not being deleted, and protects
 * the built-in namespaces.
 */
final class NamespaceLifecycle {
  private static final Set<String> IMMORTAL = Set.of("default", "kube-system", "kube-public");

  private NamespaceLifecycle() {}

  static void checkCreate(ResourceKind kind, ObjectNode fresh, StoreView view) {
    if (!kind.namespaced()) {
      return;
    }
    String namespace = Metadata.namespace(fresh);
    if (namespace.isEmpty()) {
      throw ApiException.badRequest("an empty namespace may not be set during creation");
    }
    ObjectNode found =
        view.find(ResourceKinds.NAMESPACE, "", namespace)
            .orElseThrow(() -> ApiException.notFound(ResourceKinds.NAMESPACE, namespace));
    if (Metadata.deleting(found)) {
      StatusCause cause =
          new StatusCause(
              "NamespaceTerminating",
              "metadata.namespace",
              "namespace " + namespace + " is being terminated");
      String why =
          "unable to create new content in namespace %s because it is being terminated"
              .formatted(namespace);
      throw ApiException.forbidden(kind, Metadata.name(fresh), why).withCauses(List.of(cause));
    }
  }

  static void checkDelete(ResourceKind kind, String name) {
    if (kind.equals(ResourceKinds.NAMESPACE) && IMMORTAL.contains(name)) {
      throw ApiException.forbidden(kind, name, "this namespace may not be deleted");
    }
  }
}
