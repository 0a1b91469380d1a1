// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.zjsonpatch.JsonDiff;
import io.roadstead.kubernetes.mapping.Trees;
import java.util.List;

/**
 * A live object in which everything that a spec can express is replaced by what a spec says,
 * whoever owns it; the rest stays as it is.
 *
 * <p>A forced apply takes over only the fields that it sets: what others have set and the spec
 * leaves out would stay.
 *
 * @param live the object as it is
 * @param merged the object as it becomes
 * @param lost the paths of what the spec can't express and what can't stay, because the element
 *     that has it goes, or is replaced by another kind of element
 * @param kept the paths of what only others have set and the spec leaves out: an apply leaves it as
 *     it is, the replacement removes it
 */
record Replacement(ObjectNode live, ObjectNode merged, List<String> lost, List<String> kept) {
  /** Identity, the number of pods, which others may own, and what the API server assigns. */
  private static final List<String> DECIDED_ELSEWHERE =
      List.of("replicas", "selector", "scaleTargetRef", "ipFamilies");

  static <T extends HasMetadata> Replacement of(T live, T desired, Class<T> type) {
    ObjectNode found = Trees.of(live);
    ObjectNode said = Said.of(live, type);
    ObjectNode wanted = Said.desired(desired);
    ObjectNode merged = Trees.replaced(found, said, wanted);
    if (merged.at("/spec/strategy/type").asText().equals("Recreate")) {
      merged.withObject("/spec/strategy").remove("rollingUpdate");
    }
    ObjectNode applied = Trees.union(Trees.of(Owned.of(live, type)), wanted);
    return new Replacement(
        found,
        merged,
        Trees.lost(spec(found), spec(said), spec(merged)),
        Trees.additions(spec(said), spec(applied)));
  }

  /** The difference as a JSON Patch (RFC 6902); empty when there is none. */
  ArrayNode patch() {
    return (ArrayNode) JsonDiff.asJson(live, merged);
  }

  private static ObjectNode spec(ObjectNode tree) {
    ObjectNode only = Trees.empty();
    only.set("spec", tree.path("spec").deepCopy());
    only.withObject("/spec").remove(DECIDED_ELSEWHERE);
    only.at("/spec/ports").forEach(port -> ((ObjectNode) port).remove("nodePort"));
    return only;
  }
}
