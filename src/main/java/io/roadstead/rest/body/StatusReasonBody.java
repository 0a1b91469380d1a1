// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Reason;
import io.roadstead.app.StatusReason;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A {@link StatusReason} as JSON. */
@Schema(
    name = "StatusReason",
    description = "One reason why an app is not as asked, with its evidence.")
public record StatusReasonBody(
    @Schema(description = "The closed code.", required = true) Reason reason,
    @Schema(description = "How bad it is.", required = true) Reason.Severity severity,
    @Schema(
            description =
                "Whether it needs somebody to change something; else it may pass by itself.",
            required = true)
        boolean terminal,
    @Schema(description = "What is wrong in words, and what to do.", required = true)
        String message,
    @Schema(
            description = "The Kubernetes object that shows it, e.g. `Pod/kubia-5d9c-x2x4q`.",
            required = true)
        String object,
    @Schema(
            description = "How many pods show the same; 0 when it is not about pods.",
            required = true)
        int affectedPods,
    @Schema(
            description = "Since when; null when the cluster does not say.",
            required = true,
            nullable = true)
        @Nullable Instant since,
    @Schema(description = "What the verdict rests on.", required = true) EvidenceBody evidence) {

  static StatusReasonBody of(StatusReason found) {
    return new StatusReasonBody(
        found.reason(),
        found.reason().severity(),
        found.reason().terminal(),
        found.message(),
        found.object(),
        found.affectedPods(),
        found.since(),
        EvidenceBody.of(found.evidence()));
  }
}
