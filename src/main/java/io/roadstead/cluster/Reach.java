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
 * @param why why it is this host
 * @param remedy what to do about the grade for a port; null when nothing needs to be done
 */
public record Reach(
    String host,
    Audience audience,
    Grade grade,
    String why,
    @Nullable Function<Port, String> remedy) {

  /** Programs on the machine itself reach it. */
  public static Reach here(String host, String why) {
    return new Reach(host, Audience.LOCAL_MACHINE, Grade.REACHABLE, why, null);
  }

  /** The whole network reaches it. */
  public static Reach publicly(String host, String why) {
    return new Reach(host, Audience.PUBLIC, Grade.REACHABLE, why, null);
  }

  /** Hosts near the cluster reach it. */
  public static Reach privately(String host, String why) {
    return new Reach(host, Audience.PRIVATE_NETWORK, Grade.PRIVATE_NETWORK_ONLY, why, null);
  }

  /** It takes a tunnel to reach it. */
  public static Reach behindTunnel(String host, String why, Function<Port, String> remedy) {
    return new Reach(host, Audience.PRIVATE_NETWORK, Grade.NEEDS_TUNNEL, why, remedy);
  }

  /** The whole network reaches it once a firewall is opened. */
  public static Reach behindFirewall(String host, String why, Function<Port, String> remedy) {
    return new Reach(host, Audience.PUBLIC, Grade.NEEDS_FIREWALL_RULE, why, remedy);
  }
}
