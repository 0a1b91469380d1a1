// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.NodeSpec;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.NodeSystemInfo;
import io.fabric8.kubernetes.api.model.Quantity;
import io.roadstead.cluster.ClusterNode;
import io.roadstead.cluster.NodeFingerprint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Projects a node. */
public final class NodeProjection {
  private static final String ROLE = "node-role.kubernetes.io/";
  private static final String REGION = "topology.kubernetes.io/region";
  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final String INSTANCE_TYPE = "node.kubernetes.io/instance-type";

  /** The resources that pods usually request, without extended resources and huge pages. */
  private static final Set<String> RESOURCES = Set.of("cpu", "memory", "pods", "ephemeral-storage");

  private static final Set<String> KEEPS_OFF = Set.of("NoSchedule", "NoExecute");

  private NodeProjection() {}

  public static NodeRecord observed(Node node) {
    Meta meta = Meta.of(node.getMetadata());
    NodeStatus status = node.getStatus() == null ? new NodeStatus() : node.getStatus();
    NodeSpec spec = node.getSpec() == null ? new NodeSpec() : node.getSpec();
    NodeSystemInfo info =
        status.getNodeInfo() == null ? new NodeSystemInfo() : status.getNodeInfo();
    Map<String, String> labels = words(node.getMetadata().getLabels());
    return new NodeRecord(
        meta,
        facts(meta.name(), labels, spec, status, info),
        new NodeFingerprint(
            meta.name(),
            labels,
            Fields.orEmpty(node.getMetadata().getAnnotations()).keySet().stream()
                .map(Fields::word)
                .collect(Collectors.toUnmodifiableSet()),
            Fields.orEmpty(spec.getProviderID()),
            Fields.word(info.getOsImage()),
            Fields.word(info.getKernelVersion()),
            Fields.word(info.getKubeletVersion())),
        Fields.orEmpty(spec.getTaints()).stream()
            .anyMatch(taint -> KEEPS_OFF.contains(Fields.orEmpty(taint.getEffect()))));
  }

  private static ClusterNode facts(
      String name,
      Map<String, String> labels,
      NodeSpec spec,
      NodeStatus status,
      NodeSystemInfo info) {
    return new ClusterNode(
        name,
        Condition.find(Conditions.OF_NODE.observed(status.getConditions()), "Ready")
            .map(Condition::isTrue)
            .orElse(false),
        !Boolean.TRUE.equals(spec.getUnschedulable()),
        roles(labels),
        emptyToNull(labels.get(REGION)),
        emptyToNull(labels.get(ZONE)),
        emptyToNull(labels.get(INSTANCE_TYPE)),
        Fields.word(info.getArchitecture()),
        Fields.word(info.getOperatingSystem()),
        Fields.word(info.getOsImage()),
        Fields.word(info.getKubeletVersion()),
        addresses(status, "InternalIP"),
        addresses(status, "ExternalIP"),
        allocatable(status));
  }

  /** Most nodes of a cluster have the same labels, so equal texts are kept once. */
  private static Map<String, String> words(@Nullable Map<String, String> labels) {
    return Fields.orEmpty(labels).entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                label -> Fields.word(label.getKey()), label -> Fields.orEmpty(label.getValue())));
  }

  private static List<String> roles(Map<String, String> labels) {
    return labels.keySet().stream()
        .filter(label -> label.startsWith(ROLE) && label.length() > ROLE.length())
        .map(label -> label.substring(ROLE.length()))
        .sorted()
        .toList();
  }

  /** An empty address, which a cloud controller may write temporarily, is ignored. */
  private static List<String> addresses(NodeStatus status, String type) {
    return Fields.orEmpty(status.getAddresses()).stream()
        .filter(address -> type.equals(address.getType()))
        .map(NodeAddress::getAddress)
        .filter(address -> address != null && !address.isEmpty())
        .toList();
  }

  private static Map<String, String> allocatable(NodeStatus status) {
    return Fields.orEmpty(status.getAllocatable()).entrySet().stream()
        .filter(entry -> RESOURCES.contains(entry.getKey()) && entry.getValue() != null)
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> text(entry.getValue())));
  }

  private static String text(Quantity quantity) {
    return Fields.word(Fields.orEmpty(quantity.getAmount()) + Fields.orEmpty(quantity.getFormat()));
  }

  private static @Nullable String emptyToNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
