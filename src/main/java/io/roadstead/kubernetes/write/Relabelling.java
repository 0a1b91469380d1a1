// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;

/** The same object with other labels, for what a deploy leaves as it is. */
final class Relabelling {
  private Relabelling() {}

  static <T extends HasMetadata> T of(T live, Class<T> type, Map<String, String> labels) {
    T owned = Owned.of(live, type);
    owned.getMetadata().setLabels(labels);
    return owned;
  }
}
