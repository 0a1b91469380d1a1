// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.api.model.StatusCause;
import io.roadstead.app.SentValue;
import io.roadstead.app.Violation;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field that the API server refuses, in terms of requests. Kubernetes includes the value in its
 * message; values that are or contain secrets are not passed on.
 */
final class InvalidField {
  /** {@code Invalid value: "x": must be …}; see Error.ErrorBody in apimachinery's field errors. */
  private static final Pattern MESSAGE =
      Pattern.compile(
          "(?<what>[A-Z][a-z]+ value): (?<value>\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9.]+|true|false)"
              + "(?:: (?<rule>.*))?",
          Pattern.DOTALL);

  private static final Pattern SECRET =
      Pattern.compile(".*\\.(env|args|command)\\b.*|.*\\bcontainers(\\[[^]]*])?");

  private InvalidField() {}

  static Violation violation(String kind, StatusCause cause) {
    String path = Objects.requireNonNullElse(cause.getField(), "$");
    String message = Objects.requireNonNullElse(cause.getMessage(), "");
    String field = FieldPaths.toRequest(kind, path);
    Matcher parts = MESSAGE.matcher(message);
    boolean secret = SECRET.matcher(path).matches();
    if (!parts.matches()) {
      return new Violation(field, SentValue.NOTHING, ruleWithoutValue(message, secret));
    }
    String rule = Objects.requireNonNullElse(parts.group("rule"), "");
    String value = parts.group("value");
    boolean echoed = secret && rule.contains(unquoted(value));
    return new Violation(
        field,
        secret ? SentValue.hidden(sent(value).kind()) : sent(value),
        RefusalMessages.value(parts.group("what"), echoed ? "" : rule));
  }

  private static SentValue sent(String value) {
    if (value.startsWith("\"")) {
      return SentValue.of(unquoted(value));
    }
    boolean flag = value.equals("true") || value.equals("false");
    return new SentValue(flag ? SentValue.Kind.BOOLEAN : SentValue.Kind.NUMBER, value);
  }

  /** When the value is a structure, or missing, only plain words are kept. */
  private static String ruleWithoutValue(String message, boolean secret) {
    boolean hasValue = message.contains(" value: ") && !message.startsWith("Required value");
    if (!hasValue) {
      return secret || message.isEmpty()
          ? RefusalMessages.REFUSED
          : RefusalMessages.noValue(message);
    }
    int end = message.lastIndexOf("}: ");
    String rule = end < 0 || secret ? "" : message.substring(end + "}: ".length());
    return RefusalMessages.value("", rule);
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
