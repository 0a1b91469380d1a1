// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses the scheme of a port from its name, its number or its transport, in this order. */
final class Schemes {
  private Schemes() {}

  static String of(@Nullable String name, int port, Protocol protocol) {
    if (protocol != Protocol.TCP) {
      return protocol.name().toLowerCase(Locale.ROOT);
    }
    return name == null ? ofNumber(port) : ofName(name);
  }

  private static String ofName(String name) {
    String first = name.split("-", 2)[0];
    return switch (first) {
      case "https", "http" -> first;
      case "web", "www" -> "http";
      default -> "tcp";
    };
  }

  private static String ofNumber(int port) {
    return switch (port) {
      case 443, 8443 -> "https";
      case 80, 8080 -> "http";
      default -> "tcp";
    };
  }
}
