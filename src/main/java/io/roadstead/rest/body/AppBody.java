// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.App;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.WriteResult;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An {@link App} as JSON. */
@Schema(
    name = "App",
    description =
        "An app as the cluster has it: a Deployment with, when asked for, a Service and a"
            + " HorizontalPodAutoscaler.")
public record AppBody(
    @Schema(description = "Resource name, `namespaces/{namespace}/apps/{app}`.", required = true)
        String name,
    @Schema(
            description = "The cluster's id of the app; new after a delete and deploy.",
            required = true)
        String uid,
    @Schema(
            description =
                "Whether Roadstead owns the app. Others can be read, and adopted by a deploy with"
                    + " `adopt`.",
            required = true)
        boolean managed,
    @Schema(description = "What is asked for, read back from the cluster.", required = true)
        AppSpecBody spec,
    @Schema(description = "The report on it; in a list without pods.", required = true)
        AppStatusBody status,
    @Schema(
            description =
                "Opaque; changes with every change of what is asked for, not with the status.",
            required = true)
        String etag,
    @Schema(description = "When the app was created.", required = true) Instant createTime,
    @Schema(
            description =
                "On the answer to a write: what happened to each Kubernetes object, in the order of"
                    + " writing. Empty on reads.",
            required = true)
        List<ObjectResultBody> objects) {

  public static AppBody of(App app) {
    return of(app, List.of());
  }

  public static AppBody of(WriteResult result) {
    return of(result.app(), result.objects());
  }

  private static AppBody of(App app, List<ObjectResult> objects) {
    return new AppBody(
        app.name().toString(),
        app.uid(),
        app.managed(),
        AppSpecBody.of(app.spec()),
        AppStatusBody.of(app.status()),
        app.etag(),
        app.createTime(),
        ObjectResultBody.of(objects));
  }
}
