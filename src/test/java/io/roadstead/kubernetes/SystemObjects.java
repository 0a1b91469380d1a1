// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.roadstead.cluster.SystemFixture.Said;
import io.roadstead.cluster.SystemFixture.SystemPod;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The objects of the app kubia in a namespace, and those around it. */
final class SystemObjects {
  static final String APP = "kubia";
  static final String SYSTEM_NAMESPACE = "kube-system";

  private static final int NODE_PORT = 30_080;
  private static final Map<String, String> LABELS = Map.of("app", APP);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String namespace;

  SystemObjects(String namespace) {
    this.namespace = namespace;
  }

  Namespace namespace() {
    return new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build();
  }

  Service service(String type) {
    return new ServiceBuilder()
        .withNewMetadata()
        .withName(APP)
        .withNamespace(namespace)
        .endMetadata()
        .withNewSpec()
        .withType(type)
        .withSelector(LABELS)
        .addNewPort()
        .withName("http")
        .withPort(80)
        .withNewTargetPort(8080)
        .withNodePort(type.equals("NodePort") ? NODE_PORT : null)
        .endPort()
        .endSpec()
        .build();
  }

  Deployment deployment() {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName(APP)
        .withNamespace(namespace)
        .withLabels(LABELS)
        .endMetadata()
        .withNewSpec()
        .withReplicas(2)
        .withNewSelector()
        .withMatchLabels(LABELS)
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(LABELS)
        .endMetadata()
        .withNewSpec()
        .withTerminationGracePeriodSeconds(0L)
        .addNewContainer()
        .withName(APP)
        .withImage("luksa/kubia:1.0")
        .addNewPort()
        .withContainerPort(8080)
        .endPort()
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  /** A pod of the system itself. */
  static Pod pod(SystemPod pod, String node) {
    return new PodBuilder()
        .withNewMetadata()
        .withName(pod.name())
        .withNamespace(SYSTEM_NAMESPACE)
        .withAnnotations(pod.annotations())
        .endMetadata()
        .withNewSpec()
        .withNodeName(node)
        .withAutomountServiceAccountToken(false)
        .addNewContainer()
        .withName("main")
        .withImage("example.com/system:1")
        .endContainer()
        .endSpec()
        .build();
  }

  /** What a controller says about the Service. */
  Event event(Service about, Said said, Instant time) {
    return new EventBuilder()
        .withNewMetadata()
        .withName(APP + "." + NUMBER.incrementAndGet())
        .withNamespace(namespace)
        .endMetadata()
        .withNewInvolvedObject()
        .withApiVersion("v1")
        .withKind("Service")
        .withNamespace(namespace)
        .withName(APP)
        .withUid(about.getMetadata().getUid())
        .endInvolvedObject()
        .withType(said.type())
        .withReason(said.reason())
        .withMessage(said.message().replace("NAMESPACE", namespace))
        .withNewSource()
        .withComponent(said.source().component())
        .endSource()
        .withFirstTimestamp(time.toString())
        .withLastTimestamp(time.toString())
        .withCount(1)
        .build();
  }
}
