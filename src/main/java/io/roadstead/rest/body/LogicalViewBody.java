// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.roadstead.app.AppState;
import io.roadstead.app.Health;
import io.roadstead.app.LogicalView;
import io.roadstead.app.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LogicalView} as JSON. A native executable does not see it in the resource, which answers
 * in several formats.
 */
@RegisterForReflection(registerFullHierarchy = true)
@Schema(
    name = "LogicalView",
    description =
        "An app as Kubernetes thinks of it: which objects it is made of and what ties them"
            + " together.")
public record LogicalViewBody(
    @Schema(description = "Resource name of the app.", required = true) String name,
    @Schema(description = "The state of the app as a whole.", required = true) AppState state,
    @Schema(
            description =
                "Its objects: autoscalers, Services, the Deployment, EndpointSlices, ReplicaSets"
                    + " (newest first), pods (by name, at most 500).",
            required = true)
        List<ViewItemBody> items,
    @Schema(description = "What ties them together; both ends are ids of items.", required = true)
        List<ViewLinkBody> links,
    @Schema(description = "Pods that are not among the items.", required = true) int omittedPods,
    @Schema(
            description =
                "The latest moment at which the cluster is known to have looked like this.",
            required = true)
        Instant asOf,
    @Schema(
            description =
                "Whether the cluster can't be reached, so that it may look different now.",
            required = true)
        boolean stale) {

  public static LogicalViewBody of(LogicalView view) {
    return new LogicalViewBody(
        view.app().toString(),
        view.state(),
        view.items().stream().map(ViewItemBody::of).toList(),
        view.links().stream().map(ViewLinkBody::of).toList(),
        view.omittedPods(),
        view.freshness().asOf(),
        view.freshness().stale());
  }

  /** An item as JSON. */
  @Schema(name = "ViewItem", description = "One object of an app.")
  public record ViewItemBody(
      @Schema(
              description = "Its kind and name, e.g. `Pod/kubia-5d9c-x2x4q`; unique in the view.",
              required = true)
          String id,
      @Schema(description = "Kubernetes' name of its kind.", required = true) String kind,
      @Schema(description = "Its name.", required = true) String name,
      @Schema(
              description = "Whether Roadstead made it, or an object that Roadstead made.",
              required = true)
          boolean managed,
      @Schema(
              description =
                  "How it is doing. `WAITING`: on its way; `IDLE`: not in use, e.g. an old"
                      + " version.",
              required = true)
          Health health,
      @Schema(description = "The same in a few words, e.g. `3 of 3 ready`.", required = true)
          String state,
      @Schema(
              description = "Why it is not as asked; null when it is.",
              required = true,
              nullable = true)
          @Nullable Reason reason,
      @Schema(description = "The reason in words, or null.", required = true, nullable = true)
          @Nullable String message,
      @Schema(
              description = "Further facts, each a few words: image, version, IP, node, ports.",
              required = true)
          List<String> details,
      @Schema(
              description =
                  "The labels that tie it to other items: its own, or those that it selects by.",
              required = true)
          Map<String, String> labels) {

    static ViewItemBody of(LogicalView.Item item) {
      return new ViewItemBody(
          item.id(),
          item.kind().kubernetesName(),
          item.name(),
          item.managed(),
          item.health(),
          item.state(),
          item.reason(),
          item.message(),
          item.details(),
          item.labels());
    }
  }

  /** A link as JSON. */
  @Schema(name = "ViewLink", description = "One tie between two objects.")
  public record ViewLinkBody(
      @Schema(description = "Id of an item.", required = true) String from,
      @Schema(description = "Id of an item.", required = true) String to,
      @Schema(
              description =
                  "`SCALES`: autoscaler to Deployment; `OWNS`: Deployment to ReplicaSet, ReplicaSet"
                      + " to pod; `LISTS`: Service to EndpointSlice; `ROUTES_TO`: EndpointSlice to"
                      + " pod.",
              required = true)
          LogicalView.Relation relation,
      @Schema(
              description =
                  "Whether it is in effect: traffic flows to the pod, the version is the latest"
                      + " one.",
              required = true)
          boolean active,
      @Schema(
              description = "What ties them, e.g. `app.kubernetes.io/name=kubia`; may be empty.",
              required = true)
          String by) {

    static ViewLinkBody of(LogicalView.Link link) {
      return new ViewLinkBody(link.from(), link.to(), link.relation(), link.active(), link.by());
    }
  }
}
