// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.Quantity;
import io.roadstead.app.Resources;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@link Resources} as JSON. */
@Schema(
    name = "Resources",
    description =
        "What a container asks for and may use at most, by resource name (`cpu`, `memory`, …), as"
            + " Kubernetes quantities (`100m`, `64Mi`).")
public record ResourcesBody(
    @Schema(description = "What the scheduler reserves.") @Nullable Map<String, String> requests,
    @Schema(description = "What the container may use at most; not below its request.")
        @Nullable Map<String, String> limits) {

  Resources toResources() {
    return new Resources(quantities(requests), quantities(limits));
  }

  private static Map<String, Quantity> quantities(@Nullable Map<String, String> texts) {
    Map<String, Quantity> quantities = new TreeMap<>();
    Fields.map(texts).forEach((name, text) -> quantities.put(name, new Quantity(text)));
    return quantities;
  }
}
