// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.roadstead.app.AppState;
import io.roadstead.app.PhysicalView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A {@link PhysicalView} as JSON. A native executable does not see it in the resource, which
 * answers in several formats.
 */
@RegisterForReflection(registerFullHierarchy = true)
@Schema(
    name = "PhysicalView",
    description =
        "An app as it stands on machines: from where traffic comes in, over nodes in their zones,"
            + " to pods and containers.")
public record PhysicalViewBody(
    @Schema(description = "Resource name of the app.", required = true) String name,
    @Schema(description = "The state of the app as a whole.", required = true) AppState state,
    @Schema(description = "How traffic gets in.", required = true) ExposureStatusBody exposure,
    @Schema(
            description =
                "Zones with their nodes, by name; nodes without a zone come last, in a zone without"
                    + " a name.",
            required = true)
        List<ViewZoneBody> zones,
    @Schema(description = "Pods that have no node yet.", required = true)
        List<ViewPodBody> unscheduled,
    @Schema(description = "Nodes of the cluster that are not in the view.", required = true)
        int otherNodes,
    @Schema(description = "How well the pods are spread.", required = true) SpreadBody spread,
    @Schema(description = "What is risky about where the pods are, worst first.", required = true)
        List<PlacementWarningBody> warnings,
    @Schema(description = "Pods that are not in the view, which has at most 500.", required = true)
        int omittedPods,
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

  public static PhysicalViewBody of(PhysicalView view) {
    return new PhysicalViewBody(
        view.app().toString(),
        view.state(),
        ExposureStatusBody.of(view.exposure()),
        view.zones().stream().map(ViewZoneBody::of).toList(),
        view.unscheduled().stream().map(ViewPodBody::of).toList(),
        view.otherNodes(),
        SpreadBody.of(view.spread()),
        view.warnings().stream().map(PlacementWarningBody::of).toList(),
        view.omittedPods(),
        view.freshness().asOf(),
        view.freshness().stale());
  }

  /** The spread as JSON. */
  @Schema(
      name = "Spread",
      description = "How well an app's pods are spread. Only pods that are to stay count.")
  public record SpreadBody(
      @Schema(description = "Pods on nodes.", required = true) int pods,
      @Schema(description = "Nodes that they are on.", required = true) int nodes,
      @Schema(description = "Zones that they are in; 0 when no node has a zone.", required = true)
          int zones,
      @Schema(
              description = "Nodes of the cluster that are ready and take new pods.",
              required = true)
          int usableNodes,
      @Schema(description = "Zones of those nodes.", required = true) int usableZones,
      @Schema(description = "The greatest number of pods on one node.", required = true)
          int mostOnOneNode,
      @Schema(
              description = "The greatest number of pods in one zone; 0 when no node has a zone.",
              required = true)
          int mostInOneZone) {

    static SpreadBody of(PhysicalView.Spread spread) {
      return new SpreadBody(
          spread.pods(),
          spread.nodes(),
          spread.zones(),
          spread.usableNodes(),
          spread.usableZones(),
          spread.mostOnOneNode(),
          spread.mostInOneZone());
    }
  }

  /** A warning as JSON. */
  @Schema(name = "PlacementWarning", description = "Something risky about where an app's pods are.")
  public record PlacementWarningBody(
      @Schema(description = "The closed code.", required = true) PhysicalView.WarningCode code,
      @Schema(description = "What could happen, and what to do.", required = true) String message) {

    static PlacementWarningBody of(PhysicalView.Warning warning) {
      return new PlacementWarningBody(warning.code(), warning.message());
    }
  }
}
