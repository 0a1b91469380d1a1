// SPDX-License-Identifier: Apache-2.0
package io.roadstead.probe;

import io.roadstead.cluster.Address;
import io.roadstead.cluster.PlatformServers;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;

/**
 * Decides which addresses may be tried. Anyone who can write a Service's status can put any address
 * into it: the machine's own services and a cloud's metadata server must not be reachable that way.
 *
 * @param localMachine whether addresses of the machine itself may be tried
 */
record Targets(boolean localMachine) {
  private static final Set<String> CONNECTED = Set.of("tcp", "http", "https");

  /** This prefix maps to any IPv4 address (RFC 6052). */
  private static final String TRANSLATED = "64:ff9b:";

  /** Whether a connection attempt can say anything about an address. */
  static boolean isConnected(Address address) {
    return CONNECTED.contains(address.scheme());
  }

  /** Whether it is allowed to connect to an IP address, resolved or literal. */
  boolean allow(InetAddress resolved) throws SocketException {
    if (resolved.isLoopbackAddress() || NetworkInterface.getByInetAddress(resolved) != null) {
      return localMachine;
    }
    String text = resolved.getHostAddress();
    return !resolved.isLinkLocalAddress()
        && !resolved.isAnyLocalAddress()
        && !resolved.isMulticastAddress()
        && !text.startsWith(TRANSLATED)
        && !PlatformServers.contain(text);
  }
}
