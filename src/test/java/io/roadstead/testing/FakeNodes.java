// SPDX-License-Identifier: Apache-2.0
package io.roadstead.testing;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.NodeStatusBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Nodes as three machines in three zones of a cloud would register them. */
final class FakeNodes {

  private static final List<String> ZONES = List.of("zone-a", "zone-b", "zone-c");

  private FakeNodes() {}

  /** {@code node-1} to {@code node-3}; not ready yet, as after a kubelet's first call. */
  static List<Node> registered(String version) {
    return IntStream.rangeClosed(1, ZONES.size()).mapToObj(n -> node(n, version)).toList();
  }

  private static Node node(int number, String version) {
    String name = "node-" + number;
    return new NodeBuilder()
        .withNewMetadata()
        .withName(name)
        .withLabels(labels(name, ZONES.get(number - 1)))
        .endMetadata()
        .withNewSpec()
        .withPodCIDR("10.244.%d.0/24".formatted(number))
        .withPodCIDRs("10.244.%d.0/24".formatted(number))
        .endSpec()
        .withStatus(status(name, "172.18.0." + (10 + number), version))
        .build();
  }

  private static Map<String, String> labels(String name, String zone) {
    return Map.of(
        "kubernetes.io/hostname", name,
        "kubernetes.io/os", "linux",
        "kubernetes.io/arch", "amd64",
        "node.kubernetes.io/instance-type", "test.large",
        "topology.kubernetes.io/region", "region-1",
        "topology.kubernetes.io/zone", zone);
  }

  private static NodeStatus status(String name, String address, String version) {
    Map<String, Quantity> resources =
        Map.of(
            "cpu", new Quantity("64"),
            "memory", new Quantity("256Gi"),
            "ephemeral-storage", new Quantity("1Ti"),
            "pods", new Quantity("250"));
    return new NodeStatusBuilder()
        .withCapacity(resources)
        .withAllocatable(resources)
        .addNewAddress(address, "InternalIP")
        .addNewAddress(name, "Hostname")
        .withNewNodeInfo()
        .withArchitecture("amd64")
        .withOperatingSystem("linux")
        .withOsImage("Test OS")
        .withKernelVersion("6.1.0")
        .withContainerRuntimeVersion("containerd://2.0.0")
        .withKubeletVersion("v" + version)
        .withKubeProxyVersion("v" + version)
        .withMachineID(name)
        .withSystemUUID(name)
        .withBootID(name)
        .endNodeInfo()
        .build();
  }
}
