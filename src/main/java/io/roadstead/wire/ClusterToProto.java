// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.app.ClusterRepository;
import io.roadstead.cluster.ClusterInfo;
import io.roadstead.cluster.ClusterNode;
import io.roadstead.cluster.Evidence;
import io.roadstead.v1.Availability;
import io.roadstead.v1.Capabilities;
import io.roadstead.v1.Capability;
import io.roadstead.v1.Cluster;
import io.roadstead.v1.ClusterKind;
import io.roadstead.v1.ClusterSystem;
import io.roadstead.v1.Confidence;
import io.roadstead.v1.KubernetesSkew;
import io.roadstead.v1.ListNodesResponse;
import io.roadstead.v1.Node;
import io.roadstead.v1.Recognition;
import io.roadstead.v1.RecognitionSign;
import io.roadstead.v1.SignWeight;

/** Maps cluster information to messages. */
public final class ClusterToProto {
  private ClusterToProto() {}

  public static Cluster toProto(ClusterInfo cluster) {
    var system = cluster.recognition().system();
    var builder =
        Cluster.newBuilder()
            .setName(cluster.name())
            .setKubernetesVersion(cluster.kubernetesVersion())
            .setNodeCount(cluster.nodeCount())
            .setSystem(ClusterSystem.valueOf("CLUSTER_SYSTEM_" + system.name()))
            .setSystemName(
                system == io.roadstead.cluster.ClusterSystem.UNKNOWN
                    ? "Unknown"
                    : system.displayName())
            .setKind(ClusterKind.valueOf("CLUSTER_KIND_" + system.kind().name()))
            .setRecognition(toProto(cluster.recognition()))
            .setSkew(toProto(cluster.skew()))
            .addAllZones(cluster.zones())
            .setCapabilities(toProto(cluster.capabilities()))
            .setAsOf(Fields.time(cluster.freshness().asOf()))
            .setStale(cluster.freshness().stale());
    Fields.set(cluster.recognition().variant(), builder::setVariant);
    Fields.set(cluster.nodesProblem(), builder::setNodesProblem);
    cluster.nodes().forEach(node -> builder.addNodes(toProto(node)));
    return builder.build();
  }

  public static ListNodesResponse toProto(ClusterRepository.NodePage page) {
    var builder = ListNodesResponse.newBuilder();
    page.nodes().forEach(node -> builder.addNodes(toProto(node)));
    Fields.set(page.nextPageToken(), builder::setNextPageToken);
    builder.setAsOf(Fields.time(page.freshness().asOf())).setStale(page.freshness().stale());
    return builder.build();
  }

  private static Node toProto(ClusterNode node) {
    var builder =
        Node.newBuilder()
            .setName(node.name())
            .setReady(node.ready())
            .setSchedulable(node.schedulable())
            .addAllRoles(node.roles())
            .addAllInternalIps(node.internalIps())
            .addAllExternalIps(node.externalIps())
            .putAllAllocatable(node.allocatable());
    Fields.set(node.region(), builder::setRegion);
    Fields.set(node.zone(), builder::setZone);
    Fields.set(node.instanceType(), builder::setInstanceType);
    Fields.setText(node.architecture(), builder::setArchitecture);
    Fields.setText(node.operatingSystem(), builder::setOperatingSystem);
    Fields.setText(node.osImage(), builder::setOsImage);
    Fields.setText(node.kubeletVersion(), builder::setKubeletVersion);
    return builder.build();
  }

  private static Recognition toProto(io.roadstead.cluster.Recognition recognition) {
    var builder =
        Recognition.newBuilder()
            .setConfidence(Confidence.valueOf("CONFIDENCE_" + recognition.confidence().name()))
            .setMessage(recognition.message());
    recognition.evidence().forEach(sign -> builder.addSigns(toProto(sign)));
    return builder.build();
  }

  private static RecognitionSign toProto(Evidence sign) {
    return RecognitionSign.newBuilder()
        .setTrait(sign.trait().words())
        .setRule(sign.rule())
        .setValue(sign.value())
        .setWeight(SignWeight.valueOf("SIGN_WEIGHT_" + sign.weight().name()))
        .setNodes(sign.nodes())
        .build();
  }

  private static KubernetesSkew toProto(io.roadstead.cluster.KubernetesSkew skew) {
    var builder =
        KubernetesSkew.newBuilder()
            .setTestedVersion(skew.testedVersion())
            .setMessage(skew.message());
    Fields.set(skew.minorVersions(), builder::setMinorVersions);
    return builder.build();
  }

  private static Capabilities toProto(io.roadstead.cluster.Capabilities all) {
    return Capabilities.newBuilder()
        .setLoadBalancer(toProto(all.loadBalancer()))
        .setMetrics(toProto(all.metrics()))
        .setAutoscaling(toProto(all.autoscaling()))
        .setIngress(toProto(all.ingress()))
        .setGatewayApi(toProto(all.gatewayApi()))
        .build();
  }

  private static Capability toProto(io.roadstead.cluster.Capability one) {
    var builder =
        Capability.newBuilder()
            .setAvailability(Availability.valueOf("AVAILABILITY_" + one.availability().name()))
            .addAllNames(one.names())
            .setEvidence(one.evidence());
    Fields.set(one.remedy(), builder::setRemedy);
    return builder.build();
  }
}
