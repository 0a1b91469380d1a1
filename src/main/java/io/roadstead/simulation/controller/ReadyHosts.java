// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** The host names of the ready pods behind each port of a Service, in order. */
final class ReadyHosts {
  private final ClusterCache cache;

  ReadyHosts(ClusterCache cache) {
    this.cache = cache;
  }

  Map<Integer, List<String>> of(JsonNode service) {
    Collection<ObjectNode> slices =
        cache.list(ResourceKinds.ENDPOINT_SLICE, Meta.namespace(service)).stream()
            .filter(slice -> belongs(slice, service))
            .toList();
    Map<Integer, List<String>> hosts = new HashMap<>();
    for (JsonNode port : service.path("spec").path("ports")) {
      hosts.put(port.path("port").asInt(), behind(port, slices));
    }
    return hosts;
  }

  private static boolean belongs(JsonNode slice, JsonNode service) {
    return Meta.name(service).equals(Meta.labels(slice).get(EndpointSliceController.SERVICE_NAME));
  }

  private List<String> behind(JsonNode port, Collection<ObjectNode> slices) {
    TreeSet<String> hosts = new TreeSet<>();
    for (ObjectNode slice : slices) {
      if (carries(slice, port.path("name").asText())) {
        for (JsonNode endpoint : slice.path("endpoints")) {
          if (endpoint.path("conditions").path("ready").asBoolean()) {
            hosts.add(host(Meta.namespace(slice), endpoint));
          }
        }
      }
    }
    return List.copyOf(hosts);
  }

  private static boolean carries(JsonNode slice, String portName) {
    return StreamSupport.stream(slice.path("ports").spliterator(), false)
        .anyMatch(port -> port.path("name").asText().equals(portName));
  }

  private String host(String namespace, JsonNode endpoint) {
    String name = endpoint.path("targetRef").path("name").asText();
    ObjectNode pod = cache.get(ResourceKinds.POD, new ObjectKey(namespace, name));
    return pod == null ? name : pod.path("spec").path("hostname").asText(name);
  }
}
