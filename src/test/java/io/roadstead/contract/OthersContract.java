// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Objects that somebody made with kubectl, for apps that Roadstead then reads and adopts. */
abstract class OthersContract extends AppsContract {
  static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: NAME, namespace: default, labels: {app: NAME}}
      spec:
        replicas: 1
        selector: {matchLabels: {app: NAME}}
        template:
          metadata: {labels: {app: NAME}}
          spec:
            containers:
            - name: web
              image: luksa/kubia:1.0
              ports: [{name: http, containerPort: 8080}]
              env:
              - {name: POD, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
              resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]
      """;

  static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: SERVICE, namespace: default}
      spec:
        type: TYPE
        selector: {app: NAME}
        ports: [{name: http, port: 80, targetPort: http}, {name: admin, port: 9090, targetPort: 8080}]
      """;

  @Inject KubernetesClient cluster;

  private final List<HasMetadata> made = new ArrayList<>();

  @AfterEach
  void remove() {
    made.forEach(object -> cluster.resource(object).delete());
  }

  <T extends HasMetadata> T make(Session s, String yaml, Class<T> type) {
    T object =
        cluster.resource(Serialization.unmarshal(yaml.replace("NAME", s.app), type)).create();
    made.add(object);
    return object;
  }

  <T extends HasMetadata> T found(Class<T> type, String name) {
    return cluster.resources(type).inNamespace(Session.NAMESPACE).withName(name).get();
  }

  static String service(String name, String type) {
    return SERVICE.replace("SERVICE", name).replace("TYPE", type);
  }

  Deployment deployment(Session s) {
    return cluster.apps().deployments().inNamespace(Session.NAMESPACE).withName(s.app).get();
  }

  Service service(Session s) {
    return cluster.services().inNamespace(Session.NAMESPACE).withName(s.app).get();
  }

  static void awaitSeen(Session s, String app) {
    await().atMost(Session.PATIENCE).until(() -> s.client.get(Session.NAMESPACE, app).ok());
  }

  static void awaitExposed(Session s, String service) {
    await()
        .atMost(Session.PATIENCE)
        .until(
            () ->
                s.client
                    .status(Session.NAMESPACE, s.app)
                    .text("/exposure/service")
                    .equals(service));
  }

  static void awaitAutoscaled(Session s) {
    await()
        .atMost(Session.PATIENCE)
        .until(
            () -> s.client.get(Session.NAMESPACE, s.app).body().at("/spec/autoscaling").isObject());
  }
}
