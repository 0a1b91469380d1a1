// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.StatusReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The evidence of a verdict as JSON. */
@Schema(name = "Evidence", description = "What a verdict rests on.")
public record EvidenceBody(
    @Schema(
            description = "Reason and message of a Kubernetes event or condition.",
            required = true,
            nullable = true)
        @Nullable String event,
    @Schema(description = "The container's last exit code.", required = true, nullable = true)
        @Nullable Integer exitCode,
    @Schema(
            description = "The last lines that the container wrote before it ended.",
            required = true,
            nullable = true)
        @Nullable String logTail) {

  static EvidenceBody of(StatusReason.Evidence evidence) {
    return new EvidenceBody(evidence.event(), evidence.exitCode(), evidence.logTail());
  }
}
