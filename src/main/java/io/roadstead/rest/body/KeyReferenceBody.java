// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.EnvVar;
import io.roadstead.app.Messages;
import io.roadstead.app.Violations;
import org.jspecify.annotations.Nullable;

/** A reference to a key of a Secret or ConfigMap. */
public record KeyReferenceBody(
    @Nullable String name, @Nullable String key, @Nullable Boolean optional) {

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
