// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.List;

/**
 * What every new cluster has before anybody uses it: its namespaces, its nodes, the Service of its
 * API.
 */
final class Bootstrap {
  private final ClusterWriter server;
  private final ClusterWriter kubelet;
  private final Timestamps timestamps;

  Bootstrap(Workbench bench) {
    this.server = bench.writer("kube-apiserver");
    this.kubelet = bench.writer("kubelet");
    this.timestamps = bench.timestamps();
  }

  void run(ClusterProfile profile) {
    for (String name : List.of("default", "kube-node-lease", "kube-public", "kube-system")) {
      ObjectNode namespace = JsonNodeFactory.instance.objectNode();
      namespace
          .putObject("metadata")
          .put("name", name)
          .putObject("labels")
          .put("kubernetes.io/metadata.name", name);
      server.create(ResourceKinds.NAMESPACE, namespace);
    }
    for (int number = 1; number <= profile.nodes(); number++) {
      createNode(profile, number);
    }
    server.create(ResourceKinds.SERVICE, apiService());
  }

  private void createNode(ClusterProfile profile, int number) {
    ObjectNode created = kubelet.create(ResourceKinds.NODE, profile.node().node(number));
    kubelet.updateStatus(
        ResourceKinds.NODE,
        created,
        status -> profile.node().status(status, number, profile.version(), timestamps.now()));
  }

  private static ObjectNode apiService() {
    ObjectNode service = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata = service.putObject("metadata");
    metadata.put("namespace", "default").put("name", "kubernetes");
    metadata.putObject("labels").put("component", "apiserver").put("provider", "kubernetes");
    ObjectNode spec = service.putObject("spec").put("type", "ClusterIP");
    spec.put("clusterIP", "10.96.0.1").putArray("clusterIPs").add("10.96.0.1");
    spec.putArray("ports")
        .addObject()
        .put("name", "https")
        .put("protocol", "TCP")
        .put("port", 443)
        .put("targetPort", 6443);
    return service;
  }
}
