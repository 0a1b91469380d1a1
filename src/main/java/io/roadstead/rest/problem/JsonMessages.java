// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import io.roadstead.app.SentValue;
import io.roadstead.app.SentValue.Kind;
import io.roadstead.app.WholeNumber;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The messages about invalid JSON bodies. Each follows the field, or "The body". */
final class JsonMessages {
  static final String NULL_ELEMENT = "is null; send a value, or leave it out";
  static final String NOT_UTF8 = "is not in UTF-8";
  static final String TRAILING =
      "has something after its JSON value; send one JSON object and nothing else";

  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");

  private JsonMessages() {}

  static String malformed(String position) {
    return "is not valid JSON" + position;
  }

  static String unexpected(String character, String position) {
    return "is not valid JSON: unexpected '" + character + "'" + position;
  }

  static String unfinished(String position) {
    return "is incomplete: it ends" + position + ", before the JSON value is closed";
  }

  static String twice(String name, String position) {
    return "has the field \"" + name + "\" twice in one object" + position + "; send it once";
  }

  /**
   * The limits are those of {@code StreamReadConstraints}, whose message shows which one was
   * exceeded.
   */
  static String beyondLimit(String words) {
    if (words.contains("nesting depth")) {
      return "is nested deeper than 50 levels";
    }
    if (words.contains("Number value")) {
      return "has a number of more than 100 digits";
    }
    return words.contains("Name length")
        ? "has a field name of more than 1000 characters"
        : "has a value that is too long";
  }

  /** A field that is unknown at its position. */
  static String unknown(KnownFields known) {
    if (known.isOfAnswer()) {
      return "is not a field of a deploy; to send back an app as GET answers it, send only the"
          + " content of its field spec";
    }
    String similar = known.similar();
    if (similar != null) {
      return "is not a known field; did you mean " + similar + "?";
    }
    String elsewhere = known.elsewhere();
    return elsewhere != null
        ? "is not a known field here; it belongs in " + elsewhere
        : "is not a known field; known here are " + String.join(", ", known.here());
  }

  /** For a field that requires an enum value; the values follow. */
  static String choice(Kind sent) {
    return sent == Kind.TEXT
        ? "is not a known value; send one of"
        : sent.predicate() + "; send one of";
  }

  /** A value of the wrong type. */
  static String wrongType(String field, SentValue value, @Nullable Class<?> type) {
    if (type == Integer.class) {
      return wrongNumber(
          value, WholeNumber.at(field).map(WholeNumber::phrase).orElse("a whole number"));
    }
    if (type == Boolean.class) {
      return is(value) + "; send true or false" + (isFlag(value.text()) ? ", without quotes" : "");
    }
    if (type == String.class) {
      boolean scalar = value.kind() == Kind.NUMBER || value.kind() == Kind.BOOLEAN;
      return is(value) + (scalar ? "; put it in quotes" : "; send text");
    }
    return is(value) + "; send " + structure(type);
  }

  private static String wrongNumber(SentValue value, String send) {
    String text = value.text();
    if (value.kind() == Kind.TEXT) {
      boolean number = text != null && WHOLE.matcher(text).matches();
      return "is text; send " + send + (number ? ", without quotes" : "");
    }
    if (value.kind() != Kind.NUMBER || text == null) {
      return is(value) + "; send " + send;
    }
    if (WHOLE.matcher(text).matches()) {
      return "is too " + (text.startsWith("-") ? "small" : "large") + "; send " + send;
    }
    return "is not written as a whole number; send " + send + ", in digits only";
  }

  private static String is(SentValue value) {
    return value.kind() == Kind.NOTHING ? "has the wrong type" : value.kind().predicate();
  }

  private static boolean isFlag(@Nullable String text) {
    return "true".equals(text) || "false".equals(text);
  }

  private static String structure(@Nullable Class<?> type) {
    if (type == null) {
      return "a value of the documented type";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return Map.class.isAssignableFrom(type) ? "an object whose values are text" : "an object";
  }
}
