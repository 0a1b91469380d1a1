// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Health;
import io.roadstead.app.PhysicalView;
import io.roadstead.app.Reason;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pod of a physical view as JSON. */
@Schema(name = "ViewPod", description = "A pod in a physical view.")
public record ViewPodBody(
    @Schema(description = "Its name.", required = true) String name,
    @Schema(description = "Its IP; null before it has one.", required = true, nullable = true)
        @Nullable String ip,
    @Schema(description = "The host name that it sees itself under.", required = true)
        String hostname,
    @Schema(
            description = "Kubernetes' phase; Terminating while it is being deleted.",
            required = true)
        String phase,
    @Schema(description = "How it is doing.", required = true) Health health,
    @Schema(
            description = "Why it is not as asked; null when it is.",
            required = true,
            nullable = true)
        @Nullable Reason reason,
    @Schema(description = "Whether the Service sends requests to it.", required = true)
        boolean getsTraffic,
    @Schema(description = "Whether it is of the version that is rolled out.", required = true)
        boolean latest,
    @Schema(description = "Its containers.", required = true) List<ViewContainerBody> containers) {

  static ViewPodBody of(PhysicalView.Pod pod) {
    return new ViewPodBody(
        pod.name(),
        pod.ip(),
        pod.hostname(),
        pod.phase(),
        pod.health(),
        pod.reason(),
        pod.getsTraffic(),
        pod.latest(),
        pod.containers().stream().map(ViewContainerBody::of).toList());
  }

  /** A container of a physical view as JSON. */
  @Schema(name = "ViewContainer", description = "A container in a physical view.")
  public record ViewContainerBody(
      @Schema(description = "Its name.", required = true) String name,
      @Schema(description = "Its image as asked for.", required = true) String image,
      @Schema(
              description =
                  "Waiting, Running or Terminated, with Kubernetes' reason where it gives one.",
              required = true)
          String state,
      @Schema(description = "Whether it passes its readiness probe.", required = true)
          boolean ready,
      @Schema(description = "How often it was started again.", required = true) int restarts) {

    static ViewContainerBody of(PhysicalView.Container container) {
      return new ViewContainerBody(
          container.name(),
          container.image(),
          container.state(),
          container.ready(),
          container.restarts());
    }
  }
}
