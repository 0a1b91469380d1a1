// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A generated app as somebody else would make it.
 *
 * @param seed gives the same app again
 * @param deployment its Deployment
 * @param service a Service that selects its pods, or null
 * @param autoscaler an autoscaler that scales it, or null
 * @param creation how the objects come to the cluster
 */
record AppCase(
    long seed,
    ObjectNode deployment,
    @Nullable ObjectNode service,
    @Nullable ObjectNode autoscaler,
    Creation creation) {

  String name() {
    return deployment.at("/metadata/name").asText();
  }

  /** Its objects; the Deployment comes last, so that a reader that sees it sees all. */
  List<ObjectNode> objects() {
    return Stream.of(autoscaler, service, deployment).filter(Objects::nonNull).toList();
  }
}
