// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.view;

import io.roadstead.app.AppStatus;
import io.roadstead.app.Health;
import io.roadstead.app.LogicalView.Facts;
import io.roadstead.app.LogicalView.Item;
import io.roadstead.app.LogicalView.Kind;
import io.roadstead.app.StatusReason;
import io.roadstead.kubernetes.model.ContainerRecord;
import io.roadstead.kubernetes.model.DeploymentRecord;
import io.roadstead.kubernetes.model.EndpointSliceRecord;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.model.ReplicaSetRecord;
import io.roadstead.kubernetes.status.AppInsight;
import io.roadstead.kubernetes.status.PodReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds the items of a logical view that belong to the app itself. */
final class Items {
  static final String SERVICE_NAME = "kubernetes.io/service-name=";
  static final String TEMPLATE_HASH = "pod-template-hash=";

  private Items() {}

  static Item deployment(ObservedApp app, AppStatus status) {
    DeploymentRecord deployment = app.deployment();
    @Nullable StatusReason worst = status.reasons().isEmpty() ? null : status.reasons().get(0);
    List<String> details = new ArrayList<>();
    deployment.template().containers().forEach(container -> details.add(container.image()));
    int desired = deployment.desiredReplicas();
    details.add(desired == 1 ? "1 replica desired" : desired + " replicas desired");
    return new Item(
        Item.id(Kind.DEPLOYMENT, deployment.meta().name()),
        Kind.DEPLOYMENT,
        deployment.meta().name(),
        app.managed(),
        Health.of(status.state()),
        "%d of %d ready".formatted(status.readyReplicas(), status.desiredReplicas()),
        worst == null ? null : worst.reason(),
        worst == null ? null : worst.message(),
        Facts.counted(status.readyReplicas(), status.desiredReplicas()),
        details,
        deployment.selector());
  }

  static Item endpointSlice(EndpointSliceRecord slice, boolean managed) {
    int all = slice.endpoints().size();
    return new Item(
        Item.id(Kind.ENDPOINT_SLICE, slice.meta().name()),
        Kind.ENDPOINT_SLICE,
        slice.meta().name(),
        managed,
        all == 0 ? Health.IDLE : slice.ready() == 0 ? Health.WARNING : Health.OK,
        "%d of %d endpoints ready".formatted(slice.ready(), all),
        null,
        null,
        Facts.counted(slice.ready(), all),
        List.of(slice.addressType()),
        Map.of("kubernetes.io/service-name", slice.service()));
  }

  static Item replicaSet(ObservedApp app, ReplicaSetRecord set, boolean latest) {
    List<String> details = new ArrayList<>();
    details.add("version %d%s".formatted(set.revision(), latest ? ", latest" : ""));
    details.addAll(set.images());
    return new Item(
        Item.id(Kind.REPLICA_SET, set.meta().name()),
        Kind.REPLICA_SET,
        set.meta().name(),
        app.managed(),
        health(set),
        "%d of %d ready".formatted(set.readyReplicas(), set.desiredReplicas()),
        null,
        null,
        new Facts(
            set.readyReplicas(),
            set.desiredReplicas(),
            set.knownRevision(),
            null,
            null,
            null,
            List.of()),
        details,
        set.templateHash().isEmpty() ? Map.of() : Map.of("pod-template-hash", set.templateHash()));
  }

  static Item pod(ObservedApp app, PodRecord pod, AppInsight insight) {
    AppInsight.Verdict verdict = insight.verdict(pod);
    List<String> details = new ArrayList<>();
    if (pod.ip() != null) {
      details.add(pod.ip());
    }
    details.add(pod.node() == null ? "no node yet" : "on " + pod.node());
    return new Item(
        Item.id(Kind.POD, pod.meta().name()),
        Kind.POD,
        pod.meta().name(),
        app.managed(),
        verdict.health(),
        Words.state(pod),
        verdict.reason(),
        verdict.message(),
        facts(app, pod),
        details,
        app.deployment().selector());
  }

  private static Facts facts(ObservedApp app, PodRecord pod) {
    List<ContainerRecord> running =
        pod.containers().stream().filter(it -> it.role() != ContainerRecord.Role.INIT).toList();
    return new Facts(
        (int) running.stream().filter(ContainerRecord::ready).count(),
        running.size(),
        PodReader.revision(app, pod),
        pod.node(),
        pod.ip(),
        PodReader.phase(pod),
        pod.containers().stream().map(PhysicalReader::container).toList());
  }

  /** A selector in the notation of kubectl. */
  static String selector(Map<String, String> labels) {
    return new TreeMap<>(labels)
        .entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(","));
  }

  private static Health health(ReplicaSetRecord set) {
    if (set.desiredReplicas() == 0) {
      return Health.IDLE;
    }
    return set.readyReplicas() >= set.desiredReplicas() ? Health.OK : Health.WAITING;
  }
}
