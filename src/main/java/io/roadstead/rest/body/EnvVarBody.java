// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.app.EnvVar;
import io.roadstead.app.Messages;
import io.roadstead.app.Violations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link EnvVar} as JSON. */
public record EnvVarBody(
    @Nullable String name,
    @Nullable String value,
    @Nullable KeyReferenceBody secretRef,
    @Nullable KeyReferenceBody configRef) {

  EnvVar toEnvVar(Violations violations, String at) {
    List<String> sources = sources();
    violations.check(
        sources.size() == 1, at, null, Messages.variableSource(Fields.text(name), sources));
    return new EnvVar(
        violations.required(at + ".name", name, Messages.VARIABLE_NAME), toSource(violations, at));
  }

  private List<String> sources() {
    List<String> sources = new ArrayList<>();
    if (value != null) {
      sources.add("value");
    }
    if (secretRef != null) {
      sources.add("secretRef");
    }
    if (configRef != null) {
      sources.add("configRef");
    }
    return sources;
  }

  private EnvVar.Source toSource(Violations violations, String at) {
    if (secretRef != null) {
      return secretRef.toSecretKey(violations, at + ".secretRef");
    }
    if (configRef != null) {
      return configRef.toConfigKey(violations, at + ".configRef");
    }
    return new EnvVar.Value(Fields.text(value));
  }

  /** The value may be a secret, so it is omitted. */
  @Override
  public String toString() {
    return "EnvVarBody[" + name + "]";
  }
}
