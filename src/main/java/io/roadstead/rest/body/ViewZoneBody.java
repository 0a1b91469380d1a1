// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.PhysicalView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A zone of a physical view as JSON. */
@Schema(name = "ViewZone", description = "A failure domain of the cluster.")
public record ViewZoneBody(
    @Schema(
            description = "Its name; null for nodes that have none.",
            required = true,
            nullable = true)
        @Nullable String name,
    @Schema(description = "Its nodes, by name.", required = true) List<ViewNodeBody> nodes) {

  static ViewZoneBody of(PhysicalView.Zone zone) {
    return new ViewZoneBody(zone.name(), zone.nodes().stream().map(ViewNodeBody::of).toList());
  }

  /** A node of a physical view as JSON. */
  @Schema(
      name = "ViewNode",
      description = "A node with pods of the app, or an empty one of a small cluster.")
  public record ViewNodeBody(
      @Schema(description = "Its name.", required = true) String name,
      @Schema(
              description = "What machine it is; null when the cluster does not say.",
              required = true,
              nullable = true)
          @Nullable String instanceType,
      @Schema(
              description = "Its first address within the nodes' network, or null.",
              required = true,
              nullable = true)
          @Nullable String internalIp,
      @Schema(
              description = "Its first address from outside, or null.",
              required = true,
              nullable = true)
          @Nullable String externalIp,
      @Schema(
              description =
                  "Whether it reports that it can run pods; true where nodes may not be looked at.",
              required = true)
          boolean ready,
      @Schema(description = "Whether it takes traffic for the app's node ports.", required = true)
          boolean takesTraffic,
      @Schema(description = "The app's pods on it, by name.", required = true)
          List<ViewPodBody> pods) {

    static ViewNodeBody of(PhysicalView.Node node) {
      return new ViewNodeBody(
          node.name(),
          node.instanceType(),
          node.internalIp(),
          node.externalIp(),
          node.ready(),
          node.takesTraffic(),
          node.pods().stream().map(ViewPodBody::of).toList());
    }
  }
}
