// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import io.roadstead.simulation.store.StatusCause;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** The grammars of IP addresses and their ranges. */
final class IpAddresses {
  private static final Pattern NUMERIC =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private IpAddresses() {}

  static void check(String field, String address, List<StatusCause> causes) {
    if (!isValid(address)) {
      causes.add(
          StatusCause.invalid(
              field, address, "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"));
    }
  }

  static void checkRange(String field, String range, List<StatusCause> causes) {
    int slash = range.indexOf('/');
    boolean valid =
        slash > 0
            && isValid(range.substring(0, slash))
            && range.substring(slash + 1).matches("\\d{1,3}")
            && Integer.parseInt(range.substring(slash + 1)) <= (range.contains(":") ? 128 : 32);
    if (!valid) {
      causes.add(
          StatusCause.invalid(
              field, range, "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"));
    }
  }

  static boolean isValid(String address) {
    if (!NUMERIC.matcher(address).matches()) {
      return false;
    }
    try {
      InetAddress.getByName(address);
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
