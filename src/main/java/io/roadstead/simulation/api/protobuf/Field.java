// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.protobuf;

import java.util.Map;

/**
 * One field of a message.
 *
 * @param fields the fields of a message type, by number; empty for every other type
 */
record Field(String name, Type type, boolean repeated, Map<Integer, Field> fields) {

  /** How the value of a field is encoded and shown. */
  enum Type {
    /** A text; an empty one was not set. */
    TEXT,
    /** A number; 0 was not set. */
    NUMBER,
    /** A number of which 0 is a value like any other. */
    SET_NUMBER,
    /** A truth; false was not set. */
    TRUTH,
    /** Bytes, shown as base64. */
    BYTES,
    /** A message, shown even when empty. */
    MESSAGE,
    /** A message, left out when empty. */
    OPTIONAL_MESSAGE,
    /** A map from text to text. */
    TEXT_MAP,
    /** A map from text to bytes. */
    BYTES_MAP,
    /** A map from text to an amount. */
    AMOUNT_MAP,
    /** An amount. */
    AMOUNT,
    /** A number or a text. */
    NUMBER_OR_TEXT
  }

  Field {
    fields = Map.copyOf(fields);
  }

  static Field text(String name) {
    return new Field(name, Type.TEXT, false, Map.of());
  }

  static Field of(String name, Type type) {
    return new Field(name, type, false, Map.of());
  }

  static Field message(String name, Map<Integer, Field> fields) {
    return new Field(name, Type.OPTIONAL_MESSAGE, false, fields);
  }

  /** A list of texts. */
  static Field texts(String name) {
    return new Field(name, Type.TEXT, true, Map.of());
  }

  /** A list of messages. */
  static Field messages(String name, Map<Integer, Field> fields) {
    return new Field(name, Type.MESSAGE, true, fields);
  }
}
