// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.v1.AppState;
import io.roadstead.v1.Health;
import io.roadstead.v1.PhysicalView;
import io.roadstead.v1.PlacementWarning;
import io.roadstead.v1.PlacementWarningCode;
import io.roadstead.v1.Spread;
import io.roadstead.v1.ViewContainer;
import io.roadstead.v1.ViewNode;
import io.roadstead.v1.ViewPod;
import io.roadstead.v1.ViewZone;

/** Maps physical views to messages. */
public final class PhysicalViewToProto {
  private PhysicalViewToProto() {}

  public static PhysicalView toProto(io.roadstead.app.PhysicalView view) {
    var builder =
        PhysicalView.newBuilder()
            .setName(view.app().toString())
            .setState(AppState.valueOf("APP_STATE_" + view.state().name()))
            .setExposure(ExposureToProto.toProto(view.exposure()))
            .setOtherNodes(view.otherNodes())
            .setSpread(toProto(view.spread()))
            .setOmittedPods(view.omittedPods())
            .setAsOf(Fields.time(view.freshness().asOf()))
            .setStale(view.freshness().stale());
    view.zones().forEach(zone -> builder.addZones(toProto(zone)));
    view.unscheduled().forEach(pod -> builder.addUnscheduled(toProto(pod)));
    view.warnings().forEach(warning -> builder.addWarnings(toProto(warning)));
    return builder.build();
  }

  private static ViewZone toProto(io.roadstead.app.PhysicalView.Zone zone) {
    var builder = ViewZone.newBuilder();
    Fields.set(zone.name(), builder::setName);
    zone.nodes().forEach(node -> builder.addNodes(toProto(node)));
    return builder.build();
  }

  private static ViewNode toProto(io.roadstead.app.PhysicalView.Node node) {
    var builder =
        ViewNode.newBuilder()
            .setName(node.name())
            .setReady(node.ready())
            .setTakesTraffic(node.takesTraffic());
    Fields.set(node.instanceType(), builder::setInstanceType);
    Fields.set(node.internalIp(), builder::setInternalIp);
    Fields.set(node.externalIp(), builder::setExternalIp);
    node.pods().forEach(pod -> builder.addPods(toProto(pod)));
    return builder.build();
  }

  private static ViewPod toProto(io.roadstead.app.PhysicalView.Pod pod) {
    var builder =
        ViewPod.newBuilder()
            .setName(pod.name())
            .setHostname(pod.hostname())
            .setPhase(PodToProto.toProto(pod.phase()))
            .setHealth(Health.valueOf("HEALTH_" + pod.health().name()))
            .setGetsTraffic(pod.getsTraffic())
            .setLatest(pod.latest());
    Fields.set(pod.revision(), builder::setRevision);
    Fields.set(pod.ip(), builder::setIp);
    Fields.set(pod.reason(), reason -> builder.setReason(LogicalViewToProto.toProto(reason)));
    pod.containers().forEach(container -> builder.addContainers(toProto(container)));
    return builder.build();
  }

  static ViewContainer toProto(io.roadstead.app.PhysicalView.Container container) {
    var builder =
        ViewContainer.newBuilder()
            .setName(container.name())
            .setImage(container.image())
            .setState(PodToProto.toProto(container.state()))
            .setReady(container.ready())
            .setRestarts(container.restarts());
    Fields.set(container.reason(), builder::setReason);
    Fields.set(container.exitCode(), builder::setExitCode);
    return builder.build();
  }

  private static Spread toProto(io.roadstead.app.PhysicalView.Spread spread) {
    return Spread.newBuilder()
        .setPods(spread.pods())
        .setNodes(spread.nodes())
        .setZones(spread.zones())
        .setUsableNodes(spread.usableNodes())
        .setUsableZones(spread.usableZones())
        .setMostOnOneNode(spread.mostOnOneNode())
        .setMostInOneZone(spread.mostInOneZone())
        .build();
  }

  private static PlacementWarning toProto(io.roadstead.app.PhysicalView.Warning warning) {
    return PlacementWarning.newBuilder()
        .setCode(PlacementWarningCode.valueOf("PLACEMENT_WARNING_CODE_" + warning.code().name()))
        .setMessage(warning.message())
        .build();
  }
}
