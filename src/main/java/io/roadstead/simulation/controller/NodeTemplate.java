// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What the nodes of a cluster have in common.
 *
 * @param namePrefix names are the prefix and a number from 1
 * @param zones given to the nodes in turn; may be empty
 * @param labels further labels of every node
 * @param providerId spec.providerID with one %s for the node's name; empty leaves it out
 * @param info status.nodeInfo as it is shown, without the versions of the kubelet
 * @param capacity cpu, memory, pods and the like
 */
public record NodeTemplate(
    String namePrefix,
    String region,
    List<String> zones,
    Map<String, String> labels,
    String providerId,
    Map<String, String> info,
    Map<String, String> capacity) {
  static final String ZONE = "topology.kubernetes.io/zone";
  private static final String ARCHITECTURE = "amd64";

  public NodeTemplate {
    zones = List.copyOf(zones);
    labels = Map.copyOf(labels);
    info = Map.copyOf(info);
    capacity = Map.copyOf(capacity);
  }

  /** A plain cluster of no particular system, in three zones. */
  public static NodeTemplate plain() {
    return new NodeTemplate(
        "node-",
        "region-1",
        List.of("zone-a", "zone-b", "zone-c"),
        Map.of("node.kubernetes.io/instance-type", "simulated"),
        "",
        Map.of(
            "osImage", "Debian GNU/Linux 13 (trixie)",
            "kernelVersion", "6.12.0-amd64",
            "containerRuntimeVersion", "containerd://2.1.4",
            "operatingSystem", "linux",
            "architecture", ARCHITECTURE),
        Map.of("cpu", "4", "memory", "16Gi", "pods", "110", "ephemeral-storage", "100Gi"));
  }

  /** The conditions of a node that is well. */
  static List<Condition> healthy() {
    return List.of(
        Condition.no(
            "MemoryPressure",
            "KubeletHasSufficientMemory",
            "kubelet has sufficient memory available"),
        Condition.no("DiskPressure", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
        Condition.no(
            "PIDPressure", "KubeletHasSufficientPID", "kubelet has sufficient PID available"),
        Condition.yes("Ready", "KubeletReady", "kubelet is posting ready status"));
  }

  /** The node of a number from 1, without its status. */
  ObjectNode node(int number) {
    String name = namePrefix + number;
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata = node.putObject("metadata").put("name", name);
    ObjectNode own = metadata.putObject("labels");
    labels.forEach(own::put);
    own.put("kubernetes.io/hostname", name);
    own.put("kubernetes.io/os", "linux").put("kubernetes.io/arch", ARCHITECTURE);
    own.put("beta.kubernetes.io/os", "linux").put("beta.kubernetes.io/arch", ARCHITECTURE);
    if (!region.isEmpty()) {
      own.put("topology.kubernetes.io/region", region);
    }
    if (!zones.isEmpty()) {
      own.put(ZONE, zones.get((number - 1) % zones.size()));
    }
    String range = "10.244." + number + ".0/24";
    ObjectNode spec = node.putObject("spec").put("podCIDR", range);
    spec.putArray("podCIDRs").add(range);
    if (!providerId.isEmpty()) {
      spec.put("providerID", providerId.formatted(name));
    }
    return node;
  }

  /** Fills in the status of the node of a number. */
  void status(ObjectNode status, int number, String version, String now) {
    status
        .putArray("addresses")
        .addObject()
        .put("type", "InternalIP")
        .put("address", "172.18.0." + (number + 1));
    status
        .withArray("addresses")
        .addObject()
        .put("type", "Hostname")
        .put("address", namePrefix + number);
    for (String part : List.of("capacity", "allocatable")) {
      ObjectNode amounts = status.putObject(part);
      capacity.forEach(amounts::put);
    }
    ObjectNode shown = status.putObject("nodeInfo");
    info.forEach(shown::put);
    shown.put("kubeletVersion", version).put("kubeProxyVersion", "");
    String id = Digests.hex(namePrefix + number);
    shown.put("machineID", id.substring(0, 32)).put("systemUUID", id.substring(0, 32));
    shown.put("bootID", id.substring(32));
    healthy().forEach(condition -> Conditions.set(status, condition, now));
    status.withArray("conditions").forEach(c -> ((ObjectNode) c).put("lastHeartbeatTime", now));
  }
}
