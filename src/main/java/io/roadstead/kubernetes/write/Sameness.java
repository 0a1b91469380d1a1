// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** Compares objects apart from what the API server counts and notes itself. */
final class Sameness {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> BOOKKEEPING =
      List.of("managedFields", "resourceVersion", "generation");

  private Sameness() {}

  static boolean sameButForBookkeeping(HasMetadata one, HasMetadata other) {
    return tree(one).equals(tree(other));
  }

  private static ObjectNode tree(HasMetadata object) {
    ObjectNode tree = JSON.valueToTree(object);
    tree.withObject("/metadata").remove(BOOKKEEPING);
    tree.remove("status");
    return tree;
  }
}
