// SPDX-License-Identifier: Apache-2.0
package io.roadstead.probe;

import io.roadstead.cluster.Address;
import io.roadstead.cluster.PlatformServers;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;

/**
 * Says which addresses may be tried. Anyone who may write a Service's status can put any address
 * into it: the machine's own services and a cloud's metadata server must not be reached that way.
 *
 * @param localMachine whether the machine itself may be
 */
record Targets(boolean localMachine) {
  private static final Set<String> CONNECTED = Set.of("tcp", "http", "https");

  /** It leads to any IPv4 address (RFC 6052). */
  private static final String TRANSLATED = "64:ff9b:";

  /** Whether a connection can tell anything about it. */
  static boolean isConnected(Address address) {
    return CONNECTED.contains(address.scheme());
  }

  /** Whether an address that a name resolved to, or that is one, may be connected to. */
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
