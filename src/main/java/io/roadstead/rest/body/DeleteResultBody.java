// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.DeleteResult;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A {@link DeleteResult} as JSON. */
@Schema(name = "DeleteResult", description = "What a delete did.")
public record DeleteResultBody(
    @Schema(description = "Resource name of the app.", required = true) String name,
    @Schema(
            description = "Whether everything is gone; else the rest is going in the background.",
            required = true)
        boolean complete,
    @Schema(description = "What went and what stays.", required = true)
        List<ObjectResultBody> objects) {

  public static DeleteResultBody of(DeleteResult result) {
    return new DeleteResultBody(
        result.name().toString(), result.complete(), ObjectResultBody.of(result.objects()));
  }
}
