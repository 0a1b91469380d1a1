// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.Address.Audience;
import io.roadstead.cluster.Address.Grade;
import io.roadstead.cluster.ServiceFacts.Port;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who can reach a host.
 *
 * @param host a host name or an IP
 * @param audience the widest audience that can reach it
 * @param grade what the audience needs to reach the host
 * @param why why this host was chosen
 * @param remedy what to do about the grade for a given port; null when nothing needs to be done
 */
public record Reach(
    String host,
    Audience audience,
    Grade grade,
    String why,
    @Nullable Function<Port, String> remedy) {

  /** Programs on the machine itself can reach it. */
  public static Reach here(String host, String why) {
    return new Reach(host, Audience.LOCAL_MACHINE, Grade.REACHABLE, why, null);
  }

  /** The whole network can reach it. */
  public static Reach publicly(String host, String why) {
    return new Reach(host, Audience.PUBLIC, Grade.REACHABLE, why, null);
  }

  /** Hosts near the cluster can reach it. */
  public static Reach privately(String host, String why) {
    return new Reach(host, Audience.PRIVATE_NETWORK, Grade.PRIVATE_NETWORK_ONLY, why, null);
  }

  /** A tunnel is required to reach it. */
  public static Reach behindTunnel(String host, String why, Function<Port, String> remedy) {
    return new Reach(host, Audience.PRIVATE_NETWORK, Grade.NEEDS_TUNNEL, why, remedy);
  }

  /** The whole network can reach it once a firewall allows it. */
  public static Reach behindFirewall(String host, String why, Function<Port, String> remedy) {
    return new Reach(host, Audience.PUBLIC, Grade.NEEDS_FIREWALL_RULE, why, remedy);
  }
}
