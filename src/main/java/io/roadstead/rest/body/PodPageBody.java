// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.App;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of an app's pods as JSON. */
@Schema(name = "PodList", description = "A page of pods, ordered by name.")
public record PodPageBody(
    @Schema(description = "The pods.", required = true) List<PodBody> pods,
    @Schema(
            description = "For the next page; null on the last one.",
            required = true,
            nullable = true)
        @Nullable String nextPageToken) {

  public static PodPageBody of(App.PodPage page) {
    return new PodPageBody(page.pods().stream().map(PodBody::of).toList(), page.nextPageToken());
  }
}
