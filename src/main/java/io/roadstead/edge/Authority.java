// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host with its port, as in {@code Host}, {@code :authority} and {@code Origin}.
 *
 * @param host in lower case, without the brackets of an IPv6 address and the dot after a name
 * @param port the port, or -1 if there is none
 */
record Authority(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]{2,45})]|([A-Za-z0-9._~-]{1,254}))(?::([0-9]{0,5}))?");

  private static final byte[] LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  /** Empty when the text has another form: user info, a path, two names. */
  static Optional<Authority> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String port = form.group(3);
    int number = port == null || port.isEmpty() ? -1 : Integer.parseInt(port);
    String address = form.group(1);
    return address == null
        ? Optional.of(new Authority(name(form.group(2)), number))
        : ipv6(address).map(host -> new Authority(host, number));
  }

  private static String name(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /** The shortest form, so that {@code [0:0:0:0:0:0:0:1]} is {@code ::1}. */
  private static Optional<String> ipv6(String text) {
    byte[] address = NetUtil.createByteArrayFromIpAddressString(text);
    return address == null || address.length != 16
        ? Optional.empty()
        : Optional.of(NetUtil.bytesToIpAddress(address));
  }

  /** Whether it is an IP address, which DNS rebinding cannot produce. */
  boolean isAddress() {
    return NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host);
  }

  /** Whether it is a loopback name or address. */
  boolean isLoopback() {
    byte[] address = NetUtil.createByteArrayFromIpAddressString(host);
    return host.equals("localhost")
        || host.equals("127.0.0.1")
        || (address != null && Arrays.equals(address, LOOPBACK));
  }

  /** Whether this authority, by default with the port of its scheme, matches another one. */
  boolean sameAs(Authority other, int defaultPort) {
    return host.equals(other.host)
        && orDefault(port, defaultPort) == orDefault(other.port, defaultPort);
  }

  private static int orDefault(int port, int defaultPort) {
    return port < 0 ? defaultPort : port;
  }
}
