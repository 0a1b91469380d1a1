// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

/** What somebody does to apps past Roadstead, with kubectl. */
final class Kubectl {
  private Kubectl() {}

  static void create(KubernetesClient kubernetes, String namespace, String app) {
    var deployment =
        new DeploymentBuilder()
            .withNewMetadata()
            .withName(app)
            .withNamespace(namespace)
            .endMetadata()
            .withNewSpec()
            .withNewSelector()
            .addToMatchLabels("app", app)
            .endSelector()
            .withNewTemplate()
            .withNewMetadata()
            .addToLabels("app", app)
            .endMetadata()
            .withNewSpec()
            .addNewContainer()
            .withName("kubia")
            .withImage("luksa/kubia:1.0")
            .endContainer()
            .endSpec()
            .endTemplate()
            .endSpec()
            .build();
    kubernetes.resource(deployment).create();
  }

  static void scale(KubernetesClient kubernetes, String namespace, String app, int replicas) {
    var patch =
        new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("kubectl")
            .withForce(true)
            .build();
    kubernetes
        .apps()
        .deployments()
        .inNamespace(namespace)
        .withName(app)
        .patch(
            patch,
            """
            {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "%s"},
             "spec": {"replicas": %d}}
            """
                .formatted(app, replicas));
  }
}
