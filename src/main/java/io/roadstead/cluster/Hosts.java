// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Classifies hosts by their text alone; names are never resolved. */
public final class Hosts {
  private static final Pattern IPV4 =
      Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.[0-9]{1,3}\\.[0-9]{1,3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-f]*:[0-9a-f:.]*");

  /** RFC 4193, RFC 4291: unique local, link local, loopback. */
  private static final Pattern PRIVATE_IPV6 = Pattern.compile("f[cd].*|fe[89ab].*|::1");

  /** Names that only private DNS servers resolve. */
  private static final List<String> PRIVATE_SUFFIXES = List.of(".local", ".internal", ".lan");

  private Hosts() {}

  /** RFC 3986 section 3.2.2: IPv6 in brackets. */
  static String inUrl(String host) {
    return isIpv6(host) ? "[" + host + "]" : host;
  }

  static boolean isIpv6(String host) {
    return IPV6.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether it is an IP rather than a name. */
  static boolean isIp(String host) {
    return IPV4.matcher(host).matches() || isIpv6(host);
  }

  /** Whether it refers to the connecting machine itself. */
  public static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("::1")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  /** Whether only hosts near the cluster can reach it: RFC 1918, RFC 6598, RFC 3927, loopback. */
  public static boolean isPrivate(String host) {
    String text = host.toLowerCase(Locale.ROOT);
    var ipv4 = IPV4.matcher(text);
    if (ipv4.matches()) {
      return isPrivate(Integer.parseInt(ipv4.group(1)), Integer.parseInt(ipv4.group(2)));
    }
    if (IPV6.matcher(text).matches()) {
      return PRIVATE_IPV6.matcher(text).matches();
    }
    return text.equals("localhost") || PRIVATE_SUFFIXES.stream().anyMatch(text::endsWith);
  }

  private static boolean isPrivate(int first, int second) {
    return switch (first) {
      case 10, 127 -> true;
      case 100 -> second >= 64 && second <= 127;
      case 169 -> second == 254;
      case 172 -> second >= 16 && second <= 31;
      case 192 -> second == 168;
      default -> false;
    };
  }
}
