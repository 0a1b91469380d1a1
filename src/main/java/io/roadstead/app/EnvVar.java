// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import org.jspecify.annotations.Nullable;

/**
 * An environment variable of a container.
 *
 * @param name the variable's name
 * @param source where its value comes from
 */
public record EnvVar(String name, Source source) {
  private static final int LONGEST_VALUE = 131_072;

  /** Where the value of a variable comes from. */
  public sealed interface Source {}

  /**
   * A literal value. It never appears in {@code toString}, errors or logs.
   *
   * @param text the value, at most 131072 characters (Linux: MAX_ARG_STRLEN)
   */
  public record Value(String text) implements Source {
    @Override
    public String toString() {
      return "Value[***]";
    }
  }

  /**
   * A key of a Secret in the app's namespace.
   *
   * @param name the Secret's name
   * @param key the key in it
   * @param optional whether the app may start without it; null means false
   */
  public record SecretKey(String name, String key, @Nullable Boolean optional) implements Source {}

  /**
   * A key of a ConfigMap in the app's namespace.
   *
   * @param name the ConfigMap's name
   * @param key the key in it
   * @param optional whether the app may start without it; null means false
   */
  public record ConfigKey(String name, String key, @Nullable Boolean optional) implements Source {}

  /**
   * A field of the pod.
   *
   * @param path the field, e.g. {@code status.podIP}
   */
  public record PodField(String path) implements Source {}

  /**
   * A resource request or limit of a container.
   *
   * @param container the container; empty for the one of the variable
   * @param resource e.g. {@code limits.memory}
   * @param divisor unit of the value, as a quantity; empty for 1
   */
  public record ContainerResource(String container, String resource, String divisor)
      implements Source {}

  void check(Violations violations, String at) {
    violations.check(Syntax.isEnvName(name), at + ".name", name, Messages.ENV_NAME);
    if (source instanceof Value value) {
      violations.check(
          value.text().length() <= LONGEST_VALUE,
          at + ".value",
          null,
          Messages.characters(value.text().length(), LONGEST_VALUE));
    } else if (source instanceof SecretKey secret) {
      checkReference(violations, at + ".secretRef", secret.name(), secret.key());
    } else if (source instanceof ConfigKey config) {
      checkReference(violations, at + ".configRef", config.name(), config.key());
    }
  }

  private static void checkReference(Violations violations, String at, String name, String key) {
    violations.check(Syntax.isDnsSubdomain(name), at + ".name", name, Messages.DNS_SUBDOMAIN);
    violations.check(Syntax.isConfigKey(key), at + ".key", key, Messages.CONFIG_KEY);
  }
}
