// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.LabelSelector;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists the pods behind each Service, at most a hundred per slice, with the conditions of each pod.
 */
final class EndpointSliceController {
  private static final int LARGEST = 100;
  private static final String ZONE = "topology.kubernetes.io/zone";
  static final String SERVICE_NAME = "kubernetes.io/service-name";

  private final ClusterCache cache;
  private final ClusterWriter writer;
  private final WorkQueue queue;

  EndpointSliceController(Workbench bench) {
    this.cache = bench.cache();
    this.writer = bench.writer("kube-controller-manager");
    this.queue = bench.queue("endpointslice", this::reconcile);
    cache.onChange(ResourceKinds.SERVICE, change -> queue.add(ObjectKey.of(change.latest())));
    cache.onChange(ResourceKinds.POD, this::podChanged);
    cache.onChange(ResourceKinds.ENDPOINT_SLICE, this::sliceChanged);
  }

  private void podChanged(ClusterCache.Change change) {
    String namespace = Meta.namespace(change.latest());
    for (ObjectNode service : cache.list(ResourceKinds.SERVICE, namespace)) {
      LabelSelector selector = LabelSelector.ofLabels(service.path("spec").path("selector"));
      if (selects(selector, change.before()) || selects(selector, change.after())) {
        queue.add(ObjectKey.of(service));
      }
    }
  }

  private void sliceChanged(ClusterCache.Change change) {
    JsonNode owner = Meta.controller(change.latest());
    if (owner.path("kind").asText().equals("Service")) {
      queue.add(new ObjectKey(Meta.namespace(change.latest()), owner.path("name").asText()));
    }
  }

  private static boolean selects(LabelSelector selector, @Nullable ObjectNode pod) {
    return pod != null && selector.selects(pod);
  }

  private void reconcile(ObjectKey key) {
    ObjectNode service = cache.get(ResourceKinds.SERVICE, key);
    if (service == null
        || Meta.deleting(service)
        || service.path("spec").path("selector").isEmpty()
        || service.path("spec").path("type").asText().equals("ExternalName")) {
      return;
    }
    List<ObjectNode> desired = desired(service);
    List<ObjectNode> observed =
        cache.controlledBy(ResourceKinds.ENDPOINT_SLICE, Meta.uid(service)).stream()
            .filter(slice -> !Meta.deleting(slice))
            .toList();
    for (int i = 0; i < Math.max(desired.size(), observed.size()); i++) {
      if (i >= observed.size()) {
        create(service, desired.get(i));
      } else if (i >= desired.size()) {
        writer.delete(ResourceKinds.ENDPOINT_SLICE, observed.get(i), DeleteOptions.background());
      } else {
        replace(observed.get(i), desired.get(i));
      }
    }
  }

  /** The contents of the slices: one list of endpoints for each resolution of the named ports. */
  private List<ObjectNode> desired(ObjectNode service) {
    Map<ArrayNode, List<ObjectNode>> byPorts = new LinkedHashMap<>();
    LabelSelector selector = LabelSelector.ofLabels(service.path("spec").path("selector"));
    cache.list(ResourceKinds.POD, Meta.namespace(service)).stream()
        .filter(pod -> selector.selects(pod) && hasAddress(pod) && !Pods.finished(pod))
        .sorted(Comparator.comparing(Meta::name))
        .forEach(
            pod ->
                byPorts
                    .computeIfAbsent(EndpointPorts.of(service, pod), any -> new ArrayList<>())
                    .add(pod));
    List<ObjectNode> slices = new ArrayList<>();
    byPorts.forEach(
        (ports, pods) -> {
          for (int from = 0; from < pods.size(); from += LARGEST) {
            int to = Math.min(pods.size(), from + LARGEST);
            slices.add(slice(service, ports, pods.subList(from, to)));
          }
        });
    if (slices.isEmpty()) {
      slices.add(slice(service, JsonNodeFactory.instance.arrayNode(), List.of()));
    }
    return slices;
  }

  private static boolean hasAddress(JsonNode pod) {
    return !pod.path("status").path("podIP").asText().isEmpty();
  }

  private ObjectNode slice(ObjectNode service, ArrayNode ports, List<ObjectNode> pods) {
    boolean publishAll = service.path("spec").path("publishNotReadyAddresses").asBoolean();
    ObjectNode slice = JsonNodeFactory.instance.objectNode().put("addressType", "IPv4");
    ArrayNode endpoints = slice.putArray("endpoints");
    pods.forEach(pod -> endpoints.add(endpoint(pod, publishAll)));
    slice.set("ports", ports);
    return slice;
  }

  private ObjectNode endpoint(ObjectNode pod, boolean publishAll) {
    boolean terminating = Meta.deleting(pod);
    boolean serving = Pods.ready(pod);
    ObjectNode endpoint = JsonNodeFactory.instance.objectNode();
    endpoint.putArray("addresses").add(pod.path("status").path("podIP").asText());
    endpoint
        .putObject("conditions")
        .put("ready", publishAll || (serving && !terminating))
        .put("serving", serving)
        .put("terminating", terminating);
    endpoint.put("nodeName", Pods.node(pod));
    endpoint
        .putObject("targetRef")
        .put("kind", "Pod")
        .put("namespace", Meta.namespace(pod))
        .put("name", Meta.name(pod))
        .put("uid", Meta.uid(pod));
    ObjectNode node = cache.get(ResourceKinds.NODE, ObjectKey.clusterScoped(Pods.node(pod)));
    String zone = node == null ? "" : Meta.labels(node).getOrDefault(ZONE, "");
    if (!zone.isEmpty()) {
      endpoint.put("zone", zone);
    }
    return endpoint;
  }

  private void create(ObjectNode service, ObjectNode desired) {
    ObjectNode metadata = Meta.controlledBy(service);
    metadata.put("generateName", Meta.name(service) + "-");
    ObjectNode labels = metadata.putObject("labels");
    Meta.labels(service).forEach(labels::put);
    labels.put("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io");
    labels.put(SERVICE_NAME, Meta.name(service));
    desired.set("metadata", metadata);
    writer.create(ResourceKinds.ENDPOINT_SLICE, desired);
  }

  private void replace(ObjectNode observed, ObjectNode desired) {
    boolean same =
        observed.path("endpoints").equals(desired.path("endpoints"))
            && observed.path("ports").equals(desired.path("ports"));
    if (same) {
      return;
    }
    writer.update(
        ResourceKinds.ENDPOINT_SLICE,
        observed,
        latest -> {
          latest.set("endpoints", desired.path("endpoints"));
          latest.set("ports", desired.path("ports"));
        });
  }
}
