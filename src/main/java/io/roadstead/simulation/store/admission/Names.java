// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The grammars of names and labels, with the server's messages for violations. */
enum Names {
  /** Most names. */
  SUBDOMAIN(
      "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
      253,
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
          + " used for validation is '%s')"),
  /** Namespaces and containers. */
  LABEL(
      "[a-z0-9]([-a-z0-9]*[a-z0-9])?",
      63,
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and"
          + " must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc',"
          + " regex used for validation is '%s')"),
  /** Services. */
  SERVICE(
      "[a-z]([-a-z0-9]*[a-z0-9])?",
      63,
      "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an"
          + " alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or"
          + " 'abc-123', regex used for validation is '%s')"),
  /** The part of a label or annotation key after the slash. */
  QUALIFIED(
      "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]",
      63,
      "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end"
          + " with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex"
          + " used for validation is '%s')"),
  /** Label values. */
  LABEL_VALUE(
      "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?",
      63,
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or"
          + " 'my_value',  or '12345', regex used for validation is '%s')"),
  /** Environment variables. */
  ENV(
      "[ -<>-~]+",
      Integer.MAX_VALUE,
      "a valid environment variable name must consist only of printable ASCII characters other"
          + " than '='");

  private static final int MAX_ANNOTATIONS = 256 * 1024;

  private final Pattern pattern;
  private final int maxLength;
  private final String rule;

  Names(String pattern, int maxLength, String rule) {
    this.pattern = Pattern.compile(pattern);
    this.maxLength = maxLength;
    this.rule = rule.replace("%s", pattern);
  }

  /** Adds the violations of a value to the causes. */
  void check(String field, String value, List<StatusCause> causes) {
    if (value.length() > maxLength) {
      causes.add(StatusCause.invalid(field, value, "must be no more than " + maxLength + " bytes"));
    }
    if (!pattern.matcher(value).matches()) {
      causes.add(StatusCause.invalid(field, value, rule));
    }
  }

  /** Checks keys and values of a map of labels. */
  static void checkLabels(String field, JsonNode labels, List<StatusCause> causes) {
    for (Map.Entry<String, JsonNode> label : labels.properties()) {
      checkKey(field, label.getKey(), causes);
      LABEL_VALUE.check(field, label.getValue().asText(), causes);
    }
  }

  /** Checks the keys of a map of annotations. */
  static void checkAnnotations(String field, JsonNode annotations, List<StatusCause> causes) {
    annotations
        .fieldNames()
        .forEachRemaining(key -> checkKey(field, key.toLowerCase(java.util.Locale.ROOT), causes));
    int size = 0;
    for (Map.Entry<String, JsonNode> annotation : annotations.properties()) {
      size += annotation.getKey().length() + annotation.getValue().asText().length();
    }
    if (size > MAX_ANNOTATIONS) {
      String detail = "Too long: may not be more than " + MAX_ANNOTATIONS + " bytes";
      causes.add(new StatusCause("FieldValueTooLong", field, detail));
    }
  }

  /** Checks a name with an optional prefix, such as a label key. */
  static void checkQualified(String field, String name, List<StatusCause> causes) {
    checkKey(field, name, causes);
  }

  private static void checkKey(String field, String key, List<StatusCause> causes) {
    int slash = key.indexOf('/');
    if (slash == 0) {
      causes.add(StatusCause.invalid(field, key, "prefix part must be non-empty"));
    } else if (slash > 0 && !SUBDOMAIN.pattern.matcher(key.substring(0, slash)).matches()) {
      causes.add(StatusCause.invalid(field, key, "prefix part " + SUBDOMAIN.rule));
    }
    String name = key.substring(slash + 1);
    if (name.isEmpty()) {
      causes.add(StatusCause.invalid(field, key, "name part must be non-empty"));
    } else if (name.length() > QUALIFIED.maxLength) {
      causes.add(StatusCause.invalid(field, key, "name part must be no more than 63 bytes"));
    }
    if (!QUALIFIED.pattern.matcher(name).matches()) {
      causes.add(StatusCause.invalid(field, key, QUALIFIED.rule));
    }
  }
}
