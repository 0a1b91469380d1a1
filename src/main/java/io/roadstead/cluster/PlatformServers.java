// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.Arrays;
import java.util.List;

/**
 * The servers by which clouds give metadata or credentials to any program on their machines;
 * clients must never be directed to them. Link-local ones are not listed.
 */
public final class PlatformServers {
  private static final List<String> ALL =
      Arrays.stream(ClusterSystem.values())
          .flatMap(system -> system.knowledge().platformServers().stream())
          .toList();

  private PlatformServers() {}

  /** Whether an IP, as {@link java.net.InetAddress#getHostAddress} writes it, is one of them. */
  public static boolean contain(String ip) {
    return ALL.stream()
        .anyMatch(known -> known.endsWith(":") ? ip.startsWith(known) : ip.equals(known));
  }
}
