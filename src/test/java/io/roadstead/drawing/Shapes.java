// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.AppState;
import io.roadstead.app.ContainerState;
import io.roadstead.app.Health;
import io.roadstead.app.LogicalView;
import io.roadstead.app.LogicalView.Facts;
import io.roadstead.app.LogicalView.Kind;
import io.roadstead.app.LogicalView.Relation;
import io.roadstead.app.PhysicalView;
import io.roadstead.app.PhysicalView.Pod;
import io.roadstead.app.PhysicalView.WarningCode;
import io.roadstead.app.PodPhase;
import io.roadstead.app.Reason;
import io.roadstead.cluster.Address;
import io.roadstead.cluster.ExposureState;
import io.roadstead.cluster.ExposureStatus;
import io.roadstead.cluster.ExposureType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Views of all shapes, by name. */
final class Shapes {
  /** What nobody should be able to smuggle into a document. */
  static final List<String> HOSTILE =
      List.of(
          "</title><script>alert(1)</script>",
          "]]><svg onload=\"alert(1)\"/>",
          "\" onclick='x' `\"` | [end] {x} %%{init}%% #quot; ; & &amp; <br/>",
          "emoji \uD83D\uDE80\uD83D\uDC68\u200D\uD83D\uDCBB and lone \uD83D surrogate",
          "\u202Egnp.exe\u202C \u200Fright to left \u05E9\u05DC\u05D5\u05DD \u2067x",
          "nul\0 bell\u0007 esc\u001B[31m vt\u000B nel\u0085 \uFFFE\uFFFF",
          "line one\nline two\r\n\tline three",
          "x".repeat(253),
          "漢字の長い名前".repeat(20),
          "url(#x); } .rs-card { fill: red } /* */ @import 'http://evil.example/x.css'",
          "end",
          "");

  private Shapes() {}

  static Map<String, LogicalView> logical() {
    Map<String, LogicalView> shapes = new TreeMap<>();
    shapes.put("rollout", LogicalViews.midRollout());
    shapes.put(
        "one",
        LogicalViews.kubia()
            .deployment(Health.OK, "1 of 1 ready")
            .replicaSet("6f7d", true, "1 of 1 ready")
            .pods("6f7d", 0, 1)
            .view());
    for (int pods : new int[] {3, 12, 13, 40, 41, 200}) {
      shapes.put(pods + " pods", LogicalViews.ofPods(pods));
    }
    LogicalView many = LogicalViews.ofPods(500);
    shapes.put(
        "500 pods and more",
        new LogicalView(
            many.app(), many.state(), many.items(), many.links(), 1234, many.freshness()));
    shapes.put(
        "stopped and stale",
        LogicalViews.kubia()
            .state(AppState.STOPPED)
            .freshness(LogicalViews.STALE)
            .service()
            .deployment(Health.IDLE, "stopped")
            .replicaSet("6f7d", true, "no pods")
            .view());
    shapes.put("nothing", LogicalViews.kubia().state(AppState.DELETING).view());
    shapes.put("foreign", foreign());
    for (int i = 0; i < HOSTILE.size(); i++) {
      shapes.put("hostile " + i, hostileLogical(HOSTILE.get(i)));
    }
    return shapes;
  }

  /** Somebody else's autoscaler and Services, many former versions, and more than fit. */
  static LogicalView foreign() {
    LogicalViews views = LogicalViews.kubia().autoscaler().service();
    views
        .item(
            LogicalViews.foreign(
                LogicalViews.item(Kind.AUTOSCALER, "by-hand", Health.OK, "3 wanted")))
        .link(
            "HorizontalPodAutoscaler/by-hand",
            "Deployment/kubia",
            Relation.SCALES,
            true,
            "scaleTargetRef");
    for (int i = 0; i < 6; i++) {
      String name = "canary-" + i + "-from-somebody-else-with-a-long-name";
      views
          .item(
              LogicalViews.foreign(
                  LogicalViews.item(Kind.SERVICE, name, Health.WARNING, "no address")))
          .slice(name, "canary-" + i);
    }
    views.deployment(Health.OK, "3 of 3 ready").replicaSet("6f7d", true, "3 of 3 ready");
    for (int i = 0; i < 10; i++) {
      views.replicaSet("old" + i, false, "no pods");
    }
    views.pods("6f7d", 0, 3);
    views.item(LogicalViews.foreign(LogicalViews.item(Kind.POD, "stranger", Health.OK, "Running")));
    return views.view();
  }

  static LogicalView hostileLogical(String text) {
    var pod =
        new LogicalView.Item(
            "Pod/" + text,
            Kind.POD,
            text,
            false,
            Health.ERROR,
            text,
            Reason.CONTAINER_FAILED,
            text,
            Facts.NONE,
            List.of(text, text),
            Map.of(text, text));
    var service =
        new LogicalView.Item(
            "Service/" + text,
            Kind.SERVICE,
            text,
            false,
            Health.WARNING,
            text,
            Reason.PROBE_FAILING,
            text.repeat(5),
            Facts.NONE,
            List.of(text),
            Map.of(text, text, "a", "b", "c", "d", "e", "f", "g", "h"));
    return LogicalViews.kubia()
        .item(service)
        .slice(text, text)
        .deployment(Health.ERROR, text)
        .replicaSet("6f7d", true, text)
        .pod("6f7d", pod)
        .link(service.id(), pod.id(), Relation.ROUTES_TO, false, text)
        .view();
  }

  static Map<String, PhysicalView> physical() {
    Map<String, PhysicalView> shapes = new TreeMap<>();
    shapes.put("six", PhysicalViews.sixPods());
    shapes.put("one", PhysicalViews.onePod());
    shapes.put("3 pods", PhysicalViews.ofPods(3, 3));
    shapes.put("24 pods on 4 nodes", PhysicalViews.ofPods(24, 4));
    shapes.put("40 pods on 6 nodes", PhysicalViews.ofPods(40, 6));
    shapes.put("61 pods on 2 nodes", PhysicalViews.ofPods(61, 2));
    shapes.put("200 pods on 20 nodes", PhysicalViews.ofPods(200, 20));
    shapes.put("200 pods on 150 nodes", PhysicalViews.ofPods(200, 150));
    shapes.put("500 pods on 60 nodes", PhysicalViews.ofPods(500, 60));
    shapes.put("500 pods on 500 nodes", PhysicalViews.ofPods(500, 500));
    shapes.put(
        "stopped",
        PhysicalViews.kubia()
            .state(AppState.STOPPED)
            .exposure(ExposureStatus.NOT_EXPOSED)
            .otherNodes(3)
            .view());
    shapes.put("unscheduled and stale", unscheduled());
    shapes.put("many zones", manyZones());
    for (int i = 0; i < HOSTILE.size(); i++) {
      shapes.put("hostile " + i, hostilePhysical(HOSTILE.get(i)));
    }
    return shapes;
  }

  private static PhysicalView unscheduled() {
    return PhysicalViews.kubia()
        .state(AppState.FAILED)
        .freshness(LogicalViews.STALE)
        .zone(
            "a",
            PhysicalViews.node("node-1", PhysicalViews.pod("kubia-1", "10.1.2.3")),
            PhysicalViews.node("node-2"))
        .zone(null, PhysicalViews.node("node-3"))
        .unscheduled(PhysicalViews.pending("kubia-2"))
        .unscheduled(PhysicalViews.pending("kubia-3"))
        .warning(WarningCode.NODE_NOT_READY, "node-2 does not report that it is well.")
        .omitted(37)
        .view();
  }

  private static PhysicalView manyZones() {
    PhysicalViews views = PhysicalViews.kubia();
    for (int i = 0; i < 9; i++) {
      views.zone(
          "zone-" + i,
          PhysicalViews.node("node-" + i, PhysicalViews.pod("kubia-" + i, "10.0.0." + i)));
    }
    return views.view();
  }

  static PhysicalView hostilePhysical(String text) {
    var container =
        new PhysicalView.Container(text, text, ContainerState.WAITING, text, null, false, 3);
    var pod =
        new Pod(
            text,
            text,
            text + "!",
            PodPhase.UNKNOWN,
            Health.ERROR,
            Reason.CRASH_LOOP,
            true,
            false,
            null,
            List.of(container, container, container, container, container));
    var node = new PhysicalView.Node(text, text, text, text, false, true, List.of(pod));
    var address =
        new Address(
            text,
            text,
            text,
            1,
            text,
            Address.Audience.PUBLIC,
            Address.Grade.NEEDS_FIREWALL_RULE,
            Address.Rung.NODE_PORT,
            text,
            text);
    return PhysicalViews.kubia()
        .exposure(
            new ExposureStatus(
                ExposureType.EXTERNAL,
                ExposureState.PROVISIONING_FAILED,
                Address.Rung.NODE_PORT,
                text.repeat(4),
                text,
                List.of(address, address, address, address)))
        .zone(text, node)
        .unscheduled(PhysicalViews.pending("waits " + text))
        .warning(WarningCode.SINGLE_REPLICA, text.repeat(3))
        .view();
  }
}
