// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.EnvVar;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reference to a key of a Secret or ConfigMap. */
@Schema(
    name = "KeyReference",
    description = "A key of a Secret or ConfigMap in the app's namespace.")
public record KeyReferenceBody(
    @Schema(description = "The object's name.", required = true, maxLength = 253)
        @Nullable String name,
    @Schema(description = "The key in it.", required = true, maxLength = 253) @Nullable String key,
    @Schema(
            description = "Whether the app may start without it. Default: false.",
            defaultValue = "false")
        @Nullable Boolean optional) {

  EnvVar.SecretKey toSecretKey() {
    return new EnvVar.SecretKey(Fields.text(name), Fields.text(key), Fields.flag(optional));
  }

  EnvVar.ConfigKey toConfigKey() {
    return new EnvVar.ConfigKey(Fields.text(name), Fields.text(key), Fields.flag(optional));
  }
}
