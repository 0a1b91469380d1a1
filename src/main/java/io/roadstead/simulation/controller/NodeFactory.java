// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.system.PlannedNode;
import java.util.Map;

/** Builds the Node objects of a cluster, as a kubelet registers and reports them. */
final class NodeFactory {
  private static final String ARCHITECTURE = "amd64";

  private final String version;

  NodeFactory(String version) {
    this.version = version;
  }

  /** The node without its status. */
  ObjectNode desired(PlannedNode planned) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata = node.putObject("metadata").put("name", planned.name());
    ObjectNode labels = texts(metadata.putObject("labels"), planned.labels());
    labels.put("kubernetes.io/hostname", planned.name());
    labels.put("kubernetes.io/os", "linux").put("kubernetes.io/arch", ARCHITECTURE);
    labels.put("beta.kubernetes.io/os", "linux").put("beta.kubernetes.io/arch", ARCHITECTURE);
    texts(metadata.putObject("annotations"), planned.annotations())
        .put("node.alpha.kubernetes.io/ttl", "0")
        .put("volumes.kubernetes.io/controller-managed-attach-detach", "true");
    spec(node.putObject("spec"), planned);
    return node;
  }

  private static void spec(ObjectNode spec, PlannedNode planned) {
    String range = planned.texts().fill(planned.system().node().podCidr());
    if (!range.isEmpty()) {
      spec.put("podCIDR", range).putArray("podCIDRs").add(range);
    }
    String providerId = planned.texts().fill(planned.system().node().providerId());
    if (!providerId.isEmpty()) {
      spec.put("providerID", providerId);
    }
    planned.taints().forEach(taint -> texts(spec.withArray("taints").addObject(), taint));
  }

  /** Fills in the status of a healthy node. */
  void status(ObjectNode status, PlannedNode planned, String now) {
    ArrayNode addresses = status.putArray("addresses");
    planned.addresses().forEach(address -> texts(addresses.addObject(), address));
    texts(status.putObject("capacity"), planned.system().node().capacity());
    texts(status.putObject("allocatable"), planned.system().node().allocatable());
    ObjectNode info = texts(status.putObject("nodeInfo"), planned.system().node().info());
    info.put("operatingSystem", "linux").put("architecture", ARCHITECTURE);
    info.put("kubeletVersion", version).put("kubeProxyVersion", "");
    String id = Digests.hex(planned.name());
    info.put("machineID", id.substring(0, 32)).put("systemUUID", id.substring(0, 32));
    info.put("bootID", id.substring(32));
    NodeHealth.good().forEach(condition -> Conditions.set(status, condition, now));
    status.withArray("conditions").forEach(c -> ((ObjectNode) c).put("lastHeartbeatTime", now));
  }

  private static ObjectNode texts(ObjectNode into, Map<String, String> texts) {
    texts.forEach(into::put);
    return into;
  }
}
