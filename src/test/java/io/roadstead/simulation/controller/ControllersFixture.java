// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.Subresource;
import io.roadstead.simulation.store.WriteOptions;
import io.roadstead.simulation.store.memory.MemoryObjectStore;
import io.roadstead.simulation.system.Systems;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A cluster of three nodes on a clock that stands still, for tests of the controllers. */
final class ControllersFixture {
  static final String NAMESPACE = "default";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final WriteOptions USER = WriteOptions.by("test");

  final ManualSimulationClock clock = SimulationClock.manual();
  final ObjectStore store;
  final ClusterControllers controllers;

  ControllersFixture() {
    this(LoadBalancerBehavior.ip(Duration.ofSeconds(2)));
  }

  ControllersFixture(LoadBalancerBehavior loadBalancer) {
    this(loadBalancer, ServicePorts.none());
  }

  ControllersFixture(LoadBalancerBehavior loadBalancer, ServicePorts ports) {
    store = new MemoryObjectStore(clock.withZone(ZoneOffset.UTC), 4096, new Random(7));
    controllers =
        ClusterControllers.start(
            store,
            clock,
            new ClusterProfile(Systems.plain(), "v1.36.3", 3, loadBalancer, StageDelays.ordinary()),
            ports);
    clock.settle();
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A Deployment of one container, with the fields the API server would have filled in. */
  static ObjectNode deployment(String name, String image, int replicas) {
    return json(
        """
        {'metadata': {'name': '%1$s', 'namespace': 'default'},
         'spec': {'replicas': %3$d, 'selector': {'matchLabels': {'app': '%1$s'}},
          'progressDeadlineSeconds': 600, 'revisionHistoryLimit': 10,
          'strategy': {'type': 'RollingUpdate',
            'rollingUpdate': {'maxSurge': '25%%', 'maxUnavailable': '25%%'}},
          'template': {'metadata': {'labels': {'app': '%1$s'}},
           'spec': {'restartPolicy': 'Always', 'containers': [
            {'name': 'main', 'image': '%2$s',
             'ports': [{'name': 'http', 'containerPort': 8080, 'protocol': 'TCP'}]}]}}}}
        """
            .formatted(name, image, replicas));
  }

  void create(ResourceKind kind, ObjectNode object) {
    store.create(kind, object, USER);
    clock.settle();
  }

  void deploy(ObjectNode deployment) {
    create(ResourceKinds.DEPLOYMENT, deployment);
  }

  void change(ResourceKind kind, String name, UnaryOperator<ObjectNode> change) {
    String namespace = kind.namespaced() ? NAMESPACE : "";
    store.patch(kind, namespace, name, Subresource.NONE, change, USER);
    clock.settle();
  }

  void setImage(String deployment, String image) {
    change(
        ResourceKinds.DEPLOYMENT,
        deployment,
        d -> {
          ((ObjectNode) d.at("/spec/template/spec/containers/0")).put("image", image);
          return d;
        });
  }

  void scale(String deployment, int replicas) {
    change(
        ResourceKinds.DEPLOYMENT,
        deployment,
        d -> {
          d.withObject("/spec").put("replicas", replicas);
          return d;
        });
  }

  void advance(long seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  ObjectNode get(ResourceKind kind, String name) {
    return store.get(kind, kind.namespaced() ? NAMESPACE : "", name).orElseThrow();
  }

  ObjectNode deployment(String name) {
    return get(ResourceKinds.DEPLOYMENT, name);
  }

  List<ObjectNode> pods() {
    return store.list(ResourceKinds.POD, NAMESPACE);
  }

  ObjectNode onlyPod() {
    if (pods().size() != 1) {
      throw new AssertionError("one pod expected, found " + pods().size());
    }
    return pods().get(0);
  }

  /** The status of the only pod's only container. */
  JsonNode container() {
    return onlyPod().at("/status/containerStatuses/0");
  }

  List<ObjectNode> replicaSets() {
    return store.list(ResourceKinds.REPLICA_SET, NAMESPACE);
  }

  JsonNode condition(ResourceKind kind, String name, String type) {
    return Conditions.find(get(kind, name).path("status"), type);
  }

  /** Messages of the events with the reason, each with how often it was seen. */
  List<String> events(String reason) {
    return store.list(ResourceKinds.EVENT, "").stream()
        .filter(event -> event.path("reason").asText().equals(reason))
        .map(event -> event.path("count").asText() + "x " + event.path("message").asText())
        .toList();
  }
}
