// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import org.jspecify.annotations.Nullable;

/**
 * The value that a request sent for a field, to the extent that an error may show it.
 *
 * @param kind what kind of value it is
 * @param text the value itself, cut to 100 characters; null when only the kind may be shown
 */
public record SentValue(Kind kind, @Nullable String text) {
  /** No value was sent, or the error is not about a value. */
  public static final SentValue NOTHING = new SentValue(Kind.NOTHING, null);

  private static final int LONGEST = 100;

  /** The kind of value that was sent. */
  public enum Kind {
    NOTHING("is missing"),
    TEXT("is text"),
    NUMBER("is a number"),
    BOOLEAN("is a boolean"),
    NULL("is null"),
    LIST("is a list"),
    OBJECT("is an object");

    private final String predicate;

    Kind(String predicate) {
      this.predicate = predicate;
    }

    /** How an error describes a value of the wrong kind, e.g. {@code is a number}. */
    public String predicate() {
      return predicate;
    }
  }

  public SentValue {
    text =
        text != null && text.length() > LONGEST
            ? text.substring(0, LONGEST) + "… (" + text.length() + " characters)"
            : text;
  }

  /** A scalar; null means no value. */
  public static SentValue of(@Nullable Object value) {
    if (value == null) {
      return NOTHING;
    }
    if (value instanceof Number) {
      return new SentValue(Kind.NUMBER, value.toString());
    }
    return new SentValue(value instanceof Boolean ? Kind.BOOLEAN : Kind.TEXT, value.toString());
  }

  /** A value of which only the kind may be shown: it may be a secret, or it is a structure. */
  public static SentValue hidden(Kind kind) {
    return new SentValue(kind, null);
  }

  /** The value in a sentence, text in quotes and on one line; null when it may not be shown. */
  @Nullable String quoted() {
    return text == null || kind != Kind.TEXT
        ? text
        : '"' + text.replaceAll("\\p{Cntrl}", " ") + '"';
  }
}
