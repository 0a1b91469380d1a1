// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.App;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of apps as JSON. */
@Schema(name = "AppList", description = "A page of apps, ordered by namespace and name.")
public record AppPageBody(
    @Schema(description = "The apps, without pods in their status.", required = true)
        List<AppBody> apps,
    @Schema(
            description = "For the next page; null on the last one.",
            required = true,
            nullable = true)
        @Nullable String nextPageToken) {

  public static AppPageBody of(App.Page page) {
    return new AppPageBody(page.apps().stream().map(AppBody::of).toList(), page.nextPageToken());
  }
}
