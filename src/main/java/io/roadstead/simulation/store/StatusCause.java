// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

/**
 * One reason for a refusal, as in {@code Status.details.causes}.
 *
 * @param detail the message without the field, for example {@code Required value}
 */
public record StatusCause(String reason, String field, String detail) {

  /** A field whose value breaks a rule; strings are quoted as the real server does. */
  public static StatusCause invalid(String field, Object value, String rule) {
    Object shown = value instanceof String text ? "\"" + text + "\"" : value;
    return new StatusCause("FieldValueInvalid", field, "Invalid value: " + shown + ": " + rule);
  }

  /** A field that must be given. */
  public static StatusCause required(String field, String rule) {
    String detail = rule.isEmpty() ? "Required value" : "Required value: " + rule;
    return new StatusCause("FieldValueRequired", field, detail);
  }

  /** A duplicate of a value that must be unique. */
  public static StatusCause duplicate(String field, Object value) {
    Object shown = value instanceof String text ? "\"" + text + "\"" : value;
    return new StatusCause("FieldValueDuplicate", field, "Duplicate value: " + shown);
  }

  /** A value outside a closed list. */
  public static StatusCause unsupported(String field, String value, String supported) {
    return new StatusCause(
        "FieldValueNotSupported",
        field,
        "Unsupported value: \"" + value + "\": supported values: " + supported);
  }

  /** A field that may not be set or changed here. */
  public static StatusCause forbidden(String field, String rule) {
    return new StatusCause("FieldValueForbidden", field, "Forbidden: " + rule);
  }

  /** An error of the whole object or the server, assigned to a field. */
  public static StatusCause internal(String field, String rule) {
    return new StatusCause("InternalError", field, "Internal error: " + rule);
  }

  /** The line for this cause in the message of the refusal. */
  public String line() {
    return field + ": " + detail;
  }
}
