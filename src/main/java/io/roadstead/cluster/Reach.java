// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.Address.Audience;
import io.roadstead.cluster.Address.Grade;
import io.roadstead.cluster.ServiceFacts.Port;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far a host carries.
 *
 * @param host a host name or an IP
 * @param audience who can reach it at best
 * @param grade what stands in between
 * @param why why it is this host, and what that rests on
 * @param remedy what to do about the grade for a port; null when nothing needs doing
 */
record Reach(
    String host,
    Audience audience,
    Grade grade,
    String why,
    @Nullable Function<Port, String> remedy) {

  static Reach here(String host, String why) {
    return new Reach(host, Audience.LOCAL_MACHINE, Grade.REACHABLE, why, null);
  }

  static Reach publicly(String host, String why) {
    return new Reach(host, Audience.PUBLIC, Grade.REACHABLE, why, null);
  }

  static Reach privately(String host, String why) {
    return new Reach(host, Audience.PRIVATE_NETWORK, Grade.PRIVATE_NETWORK_ONLY, why, null);
  }

  static Reach behindTunnel(String host, String why, Function<Port, String> remedy) {
    return new Reach(host, Audience.PRIVATE_NETWORK, Grade.NEEDS_TUNNEL, why, remedy);
  }

  static Reach behindFirewall(String host, String why, Function<Port, String> remedy) {
    return new Reach(host, Audience.PUBLIC, Grade.NEEDS_FIREWALL_RULE, why, remedy);
  }
}
