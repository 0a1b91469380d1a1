// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.cluster.KubernetesSkew;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A {@link KubernetesSkew} as JSON. */
@Schema(
    name = "KubernetesSkew",
    description = "How far a cluster's Kubernetes is from the one that Roadstead is tested with.")
public record KubernetesSkewBody(
    @Schema(
            description = "The minor version that Roadstead is tested with, e.g. `1.36`.",
            required = true)
        String testedVersion,
    @Schema(
            description =
                "How many minor versions the cluster is ahead (positive) or behind; null when its"
                    + " version can't be read.",
            required = true,
            nullable = true)
        @Nullable Integer minorVersions,
    @Schema(description = "What that means, in a sentence.", required = true) String message) {

  static KubernetesSkewBody of(KubernetesSkew skew) {
    return new KubernetesSkewBody(skew.testedVersion(), skew.minorVersions(), skew.message());
  }
}
