// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.view;

import io.roadstead.app.AppStatus;
import io.roadstead.app.LogicalView;
import io.roadstead.app.LogicalView.Item;
import io.roadstead.app.LogicalView.Kind;
import io.roadstead.app.LogicalView.Link;
import io.roadstead.app.LogicalView.Relation;
import io.roadstead.kubernetes.model.AutoscalerRecord;
import io.roadstead.kubernetes.model.EndpointSliceRecord;
import io.roadstead.kubernetes.model.Neighbourhood;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.model.ReplicaSetRecord;
import io.roadstead.kubernetes.model.ServiceRecord;
import io.roadstead.kubernetes.status.AppInsight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the logical view of one app. */
final class LogicalReader {
  private final ObservedApp app;
  private final Neighbourhood around;
  private final AppInsight insight;
  private final List<PodRecord> pods;
  private final List<Item> items = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();

  LogicalReader(ObservedApp app, Neighbourhood around, AppInsight insight) {
    this.app = app;
    this.around = around;
    this.insight = insight;
    this.pods = app.pods().stream().limit(LogicalView.MOST_PODS).toList();
  }

  LogicalView read(AppStatus status) {
    around.autoscalers().forEach(this::addAutoscaler);
    around.services().forEach(this::addService);
    items.add(Items.deployment(app, status));
    around.endpointSlices().forEach(this::addSlice);
    app.replicaSets().forEach(this::addReplicaSet);
    pods.forEach(pod -> items.add(Items.pod(app, pod, insight)));
    return new LogicalView(
        app.name(), status.state(), items, links, app.pods().size() - pods.size(), app.freshness());
  }

  private void addAutoscaler(AutoscalerRecord autoscaler) {
    boolean scales = autoscaler.scales(app.name().app());
    Item item = ActingItems.autoscaler(autoscaler, scales);
    items.add(item);
    if (scales) {
      links.add(
          new Link(
              item.id(),
              Item.id(Kind.DEPLOYMENT, app.name().app()),
              Relation.SCALES,
              true,
              "scaleTargetRef"));
    }
  }

  private void addService(ServiceRecord service) {
    boolean selects = service.selects(app.deployment().template().labels());
    items.add(ActingItems.service(service, selects));
  }

  private void addSlice(EndpointSliceRecord slice) {
    Item item = Items.endpointSlice(slice, isManaged(slice));
    items.add(item);
    String service = Item.id(Kind.SERVICE, slice.service());
    links.add(
        new Link(
            service,
            item.id(),
            Relation.LISTS,
            slice.ready() > 0,
            Items.SERVICE_NAME + slice.service()));
    Map<String, Boolean> readiness =
        slice.endpoints().stream()
            .collect(
                Collectors.toMap(
                    EndpointSliceRecord.Endpoint::pod,
                    EndpointSliceRecord.Endpoint::ready,
                    Boolean::logicalOr));
    for (PodRecord pod : pods) {
      Boolean ready = readiness.get(pod.meta().name());
      if (ready != null) {
        String to = Item.id(Kind.POD, pod.meta().name());
        links.add(new Link(item.id(), to, Relation.ROUTES_TO, ready, "endpoint"));
      }
    }
  }

  private boolean isManaged(EndpointSliceRecord slice) {
    return around.services().stream()
        .anyMatch(service -> service.managed() && service.meta().name().equals(slice.service()));
  }

  private void addReplicaSet(ReplicaSetRecord set) {
    Item item = Items.replicaSet(app, set, insight.isLatest(set));
    items.add(item);
    links.add(
        new Link(
            Item.id(Kind.DEPLOYMENT, app.name().app()),
            item.id(),
            Relation.OWNS,
            insight.isLatest(set),
            Items.selector(app.deployment().selector())));
    pods.stream()
        .filter(pod -> pod.owner().equals(set.meta().uid()))
        .forEach(pod -> links.add(owns(item, pod.meta().name(), set)));
  }

  private Link owns(Item set, String pod, ReplicaSetRecord record) {
    return new Link(
        set.id(),
        Item.id(Kind.POD, pod),
        Relation.OWNS,
        insight.isLatest(record),
        Items.TEMPLATE_HASH + record.templateHash());
  }
}
