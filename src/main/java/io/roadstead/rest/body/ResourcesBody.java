// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Quantity;
import io.roadstead.app.Resources;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link Resources} as JSON. */
public record ResourcesBody(
    @Nullable Map<String, String> requests, @Nullable Map<String, String> limits) {

  Resources toResources() {
    return new Resources(quantities(requests), quantities(limits));
  }

  private static Map<String, Quantity> quantities(@Nullable Map<String, String> texts) {
    Map<String, Quantity> quantities = new TreeMap<>();
    Fields.map(texts).forEach((name, text) -> quantities.put(name, new Quantity(text)));
    return quantities;
  }
}
