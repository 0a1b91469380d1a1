// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.kubernetes.mapping.Trees;
import io.roadstead.kubernetes.model.AutoscalerMapping;
import io.roadstead.kubernetes.model.DeploymentMapping;
import io.roadstead.kubernetes.model.ServiceMapping;
import java.util.List;

/** The part of an object that a spec says, whoever owns it, as a tree. */
final class Said {
  private static final List<String> IDENTITY =
      List.of("namespace", "name", "uid", "resourceVersion", "managedFields");

  private Said() {}

  /** The part of a live object that the app's spec expresses, or that Roadstead owns. */
  static <T extends HasMetadata> ObjectNode of(T live, Class<T> type) {
    ObjectNode expressed = Trees.of(expressed(live));
    ObjectNode owned = Trees.of(Owned.of(live, type));
    ObjectNode both = withoutIdentity(Trees.union(expressed, owned));
    if (both.get("spec") instanceof ObjectNode spec) {
      // Others may set them, and they must never be removed.
      spec.remove(List.of("replicas", "selector", "scaleTargetRef", "ipFamilies"));
      spec.path("ports").forEach(port -> ((ObjectNode) port).remove("nodePort"));
    }
    return both;
  }

  private static HasMetadata expressed(HasMetadata live) {
    if (live instanceof Deployment deployment) {
      return DeploymentMapping.said(deployment);
    }
    return live instanceof Service service
        ? ServiceMapping.said(service)
        : AutoscalerMapping.said((HorizontalPodAutoscaler) live);
  }

  /** The part that an object to apply says. */
  static ObjectNode desired(HasMetadata desired) {
    return withoutIdentity(Trees.of(desired));
  }

  private static ObjectNode withoutIdentity(ObjectNode tree) {
    tree.remove(List.of("apiVersion", "kind", "status"));
    if (tree.get("metadata") instanceof ObjectNode metadata) {
      metadata.remove(IDENTITY);
    }
    return tree;
  }
}
