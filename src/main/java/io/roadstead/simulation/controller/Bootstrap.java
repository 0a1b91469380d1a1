// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ObjectStore;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.WriteOptions;
import io.roadstead.simulation.system.IngressClassData;
import io.roadstead.simulation.system.PlannedNode;
import io.roadstead.simulation.system.StorageClassData;
import io.roadstead.simulation.system.SystemPod;

/**
 * Creates the nodes of a new cluster and the objects of its system; the namespaces and the API's
 * own Service come with the store.
 */
final class Bootstrap {
  private final ClusterWriter kubelet;
  private final ObjectStore store;
  private final Timestamps timestamps;

  Bootstrap(Workbench bench) {
    this.kubelet = bench.writer("kubelet");
    this.store = bench.store();
    this.timestamps = bench.timestamps();
  }

  void run(ClusterProfile profile) {
    NodeFactory nodes = new NodeFactory(profile.version());
    SystemPodFactory pods = new SystemPodFactory(profile.version());
    for (PlannedNode planned : profile.system().plan(profile.nodes())) {
      JsonNode node = register(nodes, planned);
      for (SystemPod pod : profile.system().systemPods()) {
        if (pod.runsOn(planned)) {
          kubelet.create(ResourceKinds.POD, pods.desired(pod, planned, node));
        }
      }
    }
    profile.system().ingressClasses().forEach(this::install);
    for (StorageClassData data : profile.system().storageClasses()) {
      ObjectNode storageClass = StorageClasses.desired(data);
      store.create(ResourceKinds.STORAGE_CLASS, storageClass, WriteOptions.by("installer"));
    }
  }

  private JsonNode register(NodeFactory nodes, PlannedNode planned) {
    ObjectNode created = kubelet.create(ResourceKinds.NODE, nodes.desired(planned));
    return kubelet.updateStatus(
        ResourceKinds.NODE, created, status -> nodes.status(status, planned, timestamps.now()));
  }

  private void install(IngressClassData data) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata = object.putObject("metadata").put("name", data.name());
    data.annotations().forEach(metadata.putObject("annotations")::put);
    ObjectNode spec = object.putObject("spec").put("controller", data.controller());
    if (!data.parameters().isEmpty()) {
      data.parameters().forEach(spec.putObject("parameters")::put);
    }
    store.create(ResourceKinds.INGRESS_CLASS, object, WriteOptions.by("installer"));
  }
}
