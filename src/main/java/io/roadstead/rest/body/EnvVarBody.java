// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.EnvVar;
import io.roadstead.app.Violations;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An {@link EnvVar} as JSON. */
@Schema(
    name = "EnvVar",
    description =
        "An environment variable, with exactly one of `value`, `secretRef` and `configRef`.")
public record EnvVarBody(
    @Schema(description = "The variable's name.", required = true) @Nullable String name,
    @Schema(
            description = "A literal value; use `secretRef` for secrets.",
            maxLength = 131072,
            nullable = true)
        @Nullable String value,
    @Schema(description = "A key of a Secret.", nullable = true)
        @Nullable KeyReferenceBody secretRef,
    @Schema(description = "A key of a ConfigMap.", nullable = true)
        @Nullable KeyReferenceBody configRef) {

  static EnvVarBody of(EnvVar variable) {
    EnvVar.Source source = variable.source();
    return new EnvVarBody(
        variable.name(),
        source instanceof EnvVar.Value literal ? literal.text() : null,
        source instanceof EnvVar.SecretKey key
            ? new KeyReferenceBody(key.name(), key.key(), key.optional())
            : null,
        source instanceof EnvVar.ConfigKey key
            ? new KeyReferenceBody(key.name(), key.key(), key.optional())
            : null);
  }

  EnvVar toEnvVar(Violations violations, String at) {
    long sources = Stream.of(value, secretRef, configRef).filter(Objects::nonNull).count();
    violations.check(sources == 1, at, sources + " sources", EnvVar.SOURCE_RULE);
    return new EnvVar(Fields.text(name), toSource());
  }

  private EnvVar.Source toSource() {
    if (secretRef != null) {
      return secretRef.toSecretKey();
    }
    if (configRef != null) {
      return configRef.toConfigKey();
    }
    return new EnvVar.Value(Fields.text(value));
  }

  /** The value may be a secret, so it stays out. */
  @Override
  public String toString() {
    return "EnvVarBody[" + name + "]";
  }
}
