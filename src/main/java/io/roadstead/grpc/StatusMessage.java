// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * {@code grpc-message} as the gRPC protocol encodes it: UTF-8, in which only {@code %} and
 * characters other than printable ASCII are percent-encoded. JavaScript clients decode nothing
 * else.
 */
final class StatusMessage {
  /** Its header or trailer. */
  static final String HEADER = "grpc-message";

  /**
   * Maximum encoded length; together with the details, it must fit into the 8 KiB of headers that
   * clients accept.
   */
  private static final int LONGEST = 1000;

  private StatusMessage() {}

  /** The message, cut to the maximum length. */
  static String shortened(String message) {
    if (encode(message).length() <= LONGEST) {
      return message;
    }
    var kept = new StringBuilder();
    int length = encode("…").length();
    for (int character : message.codePoints().toArray()) {
      length += encode(Character.toString(character)).length();
      if (length > LONGEST) {
        break;
      }
      kept.appendCodePoint(character);
    }
    return kept.append('…').toString();
  }

  static String encode(String message) {
    var encoded = new StringBuilder(message.length());
    for (byte octet : message.getBytes(StandardCharsets.UTF_8)) {
      if (octet >= ' ' && octet <= '~' && octet != '%') {
        encoded.append((char) octet);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", octet));
      }
    }
    return encoded.toString();
  }
}
