// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.StoreView;
import java.util.HashSet;
import java.util.Set;

/** Allocates cluster IPs and node ports of Services from the cluster's ranges. */
final class ServiceAllocation {
  static final int FIRST_NODE_PORT = 30000;
  static final int LAST_NODE_PORT = 32767;

  /** Below it, ports are left to those who choose their own, as long as there are others. */
  private static final int FIRST_ASSIGNED = 30086;

  private static final String HEADLESS = "None";
  private static final int ADDRESSES = 1 << 16;

  private final StoreView view;
  private int lastAddress;
  private int lastNodePort = FIRST_NODE_PORT - 1;

  ServiceAllocation(StoreView view) {
    this.view = view;
  }

  void allocate(ObjectNode service) {
    ObjectNode spec = service.withObject("/spec");
    if (ServiceDefaults.type(spec).equals("ExternalName")) {
      return;
    }
    allocateAddress(spec);
    if (ServiceDefaults.hasNodePorts(spec)
        && spec.path("allocateLoadBalancerNodePorts").asBoolean(true)) {
      allocateNodePorts(service, spec);
    }
    if (ServiceDefaults.needsHealthCheck(spec) && !spec.has("healthCheckNodePort")) {
      spec.put("healthCheckNodePort", freeNodePort(usedBy(service, spec)));
    }
  }

  /** The node ports of all other Services. */
  Set<Integer> nodePortsOfOthers(ObjectNode service) {
    Set<Integer> used = new HashSet<>();
    for (ObjectNode other : view.all(ResourceKinds.SERVICE, "")) {
      if (!sameObject(other, service)) {
        for (JsonNode port : other.path("spec").path("ports")) {
          used.add(port.path("nodePort").asInt());
        }
        used.add(other.path("spec").path("healthCheckNodePort").asInt());
      }
    }
    return used;
  }

  private void allocateAddress(ObjectNode spec) {
    if (!spec.hasNonNull("clusterIP") || spec.path("clusterIP").asText().isEmpty()) {
      spec.put("clusterIP", freeAddress());
    }
    if (!spec.has("clusterIPs")) {
      spec.putArray("clusterIPs").add(spec.path("clusterIP").asText());
    }
    boolean selectorless =
        spec.path("clusterIP").asText().equals(HEADLESS) && !spec.has("selector");
    Defaults.put(spec, "ipFamilyPolicy", selectorless ? "RequireDualStack" : "SingleStack");
    if (!spec.has("ipFamilies")) {
      spec.putArray("ipFamilies").add("IPv4");
      if (selectorless) {
        spec.withArray("ipFamilies").add("IPv6");
      }
    }
  }

  private String freeAddress() {
    Set<String> used = new HashSet<>();
    view.all(ResourceKinds.SERVICE, "")
        .forEach(service -> used.add(service.path("spec").path("clusterIP").asText()));
    String candidate;
    do {
      // A step that is coprime with the size of the range visits every address, in scattered order.
      lastAddress = (lastAddress + 40503) % ADDRESSES;
      candidate = "10.96." + (lastAddress >> 8) + "." + (lastAddress & 0xff);
    } while (used.contains(candidate) || (lastAddress & 0xff) == 0 || (lastAddress & 0xff) == 255);
    return candidate;
  }

  private void allocateNodePorts(ObjectNode service, ObjectNode spec) {
    Set<Integer> used = usedBy(service, spec);
    for (ObjectNode port : Containers.objects(spec.path("ports"))) {
      if (port.path("nodePort").asInt() == 0) {
        int free = freeNodePort(used);
        used.add(free);
        port.put("nodePort", free);
      }
    }
  }

  private Set<Integer> usedBy(ObjectNode service, ObjectNode spec) {
    Set<Integer> used = nodePortsOfOthers(service);
    spec.path("ports").forEach(port -> used.add(port.path("nodePort").asInt()));
    used.add(spec.path("healthCheckNodePort").asInt());
    return used;
  }

  private int freeNodePort(Set<Integer> used) {
    int range = LAST_NODE_PORT - FIRST_NODE_PORT + 1;
    for (int tries = 0; tries < 2 * range; tries++) {
      lastNodePort = FIRST_NODE_PORT + (lastNodePort - FIRST_NODE_PORT + 1031) % range;
      boolean assignable = lastNodePort >= FIRST_ASSIGNED || tries >= range;
      if (assignable && !used.contains(lastNodePort)) {
        return lastNodePort;
      }
    }
    throw ApiException.of(500, "InternalError", "failed to allocate a nodePort: range is full");
  }

  private static boolean sameObject(ObjectNode a, ObjectNode b) {
    return Metadata.name(a).equals(Metadata.name(b))
        && Metadata.namespace(a).equals(Metadata.namespace(b));
  }
}
