// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.ClusterRepository;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of nodes as JSON. */
@Schema(name = "NodePage", description = "A page of the cluster's nodes.")
public record NodePageBody(
    @Schema(description = "The nodes.", required = true) List<NodeBody> nodes,
    @Schema(
            description = "For the next page; null on the last one.",
            required = true,
            nullable = true)
        @Nullable String nextPageToken) {

  public static NodePageBody of(ClusterRepository.NodePage page) {
    return new NodePageBody(page.nodes().stream().map(NodeBody::of).toList(), page.nextPageToken());
  }
}
