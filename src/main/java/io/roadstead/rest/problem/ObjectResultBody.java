// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import io.roadstead.app.ObjectResult;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An {@link ObjectResult} as JSON. */
@Schema(name = "ObjectResult", description = "What a write did to one Kubernetes object.")
public record ObjectResultBody(
    @Schema(description = "Kind and name, e.g. `Deployment/kubia`.", required = true) String object,
    @Schema(description = "What happened.", required = true) ObjectResult.Outcome outcome,
    @Schema(
            description = "Why it failed or was kept; null otherwise.",
            required = true,
            nullable = true)
        @Nullable String message) {

  static List<ObjectResultBody> of(List<ObjectResult> results) {
    return results.stream()
        .map(result -> new ObjectResultBody(result.object(), result.outcome(), result.message()))
        .toList();
  }
}
