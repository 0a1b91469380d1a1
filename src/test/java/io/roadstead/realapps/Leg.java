// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A namespace in which one app is tried out in one way, directly on the API server. */
final class Leg implements AutoCloseable {
  private static final PatchContext APPLY = context(List.of());
  private static final PatchContext DRY_RUN = context(List.of("All"));

  private final KubernetesClient kubernetes;
  final String namespace;

  Leg(KubernetesClient kubernetes, String namespace) {
    this.kubernetes = kubernetes;
    this.namespace = namespace;
    kubernetes
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
  }

  private static PatchContext context(List<String> dryRun) {
    return new PatchContext.Builder()
        .withPatchType(PatchType.SERVER_SIDE_APPLY)
        .withFieldManager("kubectl")
        .withForce(true)
        .withDryRun(dryRun)
        .build();
  }

  /** Applies an object of a manifest as {@code kubectl apply --server-side} does. */
  void apply(JsonNode document) {
    kubernetes.resource(typed(document)).patch(APPLY);
  }

  /** Applies an object that the app refers to, unless the cluster does not have its kind. */
  void applyIfServed(JsonNode document) {
    try {
      apply(document);
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
        throw e;
      }
    }
  }

  /** The object as it would be stored, with the defaults of the API server. */
  JsonNode defaulted(JsonNode document) {
    return tree(kubernetes.resource(typed(document)).patch(DRY_RUN));
  }

  private HasMetadata typed(JsonNode document) {
    return Serialization.unmarshal(Manifest.in(namespace, document).toString());
  }

  Optional<JsonNode> deployment(String app) {
    return Optional.ofNullable(
            kubernetes.apps().deployments().inNamespace(namespace).withName(app).get())
        .map(Leg::tree);
  }

  /** The Services by name; the cluster's own are not in this namespace. */
  Map<String, JsonNode> services() {
    var services = new TreeMap<String, JsonNode>();
    for (Service service : kubernetes.services().inNamespace(namespace).list().getItems()) {
      services.put(service.getMetadata().getName(), tree(service));
    }
    return services;
  }

  /** The autoscalers by name. */
  Map<String, JsonNode> autoscalers() {
    var autoscalers = new TreeMap<String, JsonNode>();
    for (HorizontalPodAutoscaler autoscaler : listAutoscalers()) {
      autoscalers.put(autoscaler.getMetadata().getName(), tree(autoscaler));
    }
    return autoscalers;
  }

  private List<HorizontalPodAutoscaler> listAutoscalers() {
    return kubernetes
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace(namespace)
        .list()
        .getItems();
  }

  static ObjectNode tree(Object object) {
    return (ObjectNode) Tree.read(Serialization.asJson(object));
  }

  /** Ports on the nodes belong to the whole cluster, so nothing is left to a later garbage run. */
  @Override
  public void close() {
    for (Deployment deployment :
        kubernetes.apps().deployments().inNamespace(namespace).list().getItems()) {
      kubernetes.resource(deployment).delete();
    }
    kubernetes.resourceList(listAutoscalers()).delete();
    kubernetes
        .services()
        .inNamespace(namespace)
        .list()
        .getItems()
        .forEach(service -> kubernetes.resource(service).delete());
    kubernetes.namespaces().withName(namespace).delete();
  }
}
