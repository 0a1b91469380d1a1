// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.EnvVar;
import io.roadstead.app.Messages;
import io.roadstead.app.Violations;
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

  EnvVar.SecretKey toSecretKey(Violations violations, String at) {
    return new EnvVar.SecretKey(
        violations.required(at + ".name", name, Messages.SECRET_NAME),
        violations.required(at + ".key", key, Messages.KEY),
        Fields.flag(optional));
  }

  EnvVar.ConfigKey toConfigKey(Violations violations, String at) {
    return new EnvVar.ConfigKey(
        violations.required(at + ".name", name, Messages.CONFIG_NAME),
        violations.required(at + ".key", key, Messages.KEY),
        Fields.flag(optional));
  }
}
