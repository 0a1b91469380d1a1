// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.app.LogicalView.Facts;
import io.roadstead.app.LogicalView.Item;
import io.roadstead.app.LogicalView.Link;
import io.roadstead.v1.AppState;
import io.roadstead.v1.Health;
import io.roadstead.v1.LogicalView;
import io.roadstead.v1.Reason;
import io.roadstead.v1.Relation;
import io.roadstead.v1.ViewItem;
import io.roadstead.v1.ViewLink;

/** Maps logical views to messages. */
public final class LogicalViewToProto {
  private LogicalViewToProto() {}

  public static LogicalView toProto(io.roadstead.app.LogicalView view) {
    var builder =
        LogicalView.newBuilder()
            .setName(view.app().toString())
            .setState(AppState.valueOf("APP_STATE_" + view.state().name()))
            .setOmittedPods(view.omittedPods())
            .setAsOf(Fields.time(view.freshness().asOf()))
            .setStale(view.freshness().stale());
    view.items().forEach(item -> builder.addItems(toProto(item)));
    view.links().forEach(link -> builder.addLinks(toProto(link)));
    return builder.build();
  }

  private static ViewItem toProto(Item item) {
    var builder =
        ViewItem.newBuilder()
            .setId(item.id())
            .setKind(item.kind().kubernetesName())
            .setName(item.name())
            .setManaged(item.managed())
            .setHealth(Health.valueOf("HEALTH_" + item.health().name()))
            .setState(item.state())
            .addAllDetails(item.details())
            .putAllLabels(item.labels());
    Fields.set(item.reason(), reason -> builder.setReason(toProto(reason)));
    Fields.set(item.message(), builder::setMessage);
    addFacts(item.facts(), builder);
    return builder.build();
  }

  private static void addFacts(Facts facts, ViewItem.Builder builder) {
    Fields.set(facts.ready(), builder::setReady);
    Fields.set(facts.desired(), builder::setDesired);
    Fields.set(facts.revision(), builder::setRevision);
    Fields.set(facts.node(), builder::setNode);
    Fields.set(facts.ip(), builder::setIp);
    Fields.set(facts.phase(), phase -> builder.setPhase(PodToProto.toProto(phase)));
    facts
        .containers()
        .forEach(container -> builder.addContainers(PhysicalViewToProto.toProto(container)));
  }

  static Reason toProto(io.roadstead.app.Reason reason) {
    return Reason.valueOf("REASON_" + reason.name());
  }

  private static ViewLink toProto(Link link) {
    return ViewLink.newBuilder()
        .setSource(link.from())
        .setTarget(link.to())
        .setRelation(Relation.valueOf("RELATION_" + link.relation().name()))
        .setActive(link.active())
        .setBy(link.by())
        .build();
  }
}
