// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.ServiceFacts.Port;

/** Tunnels that work anywhere with a kubeconfig. */
public final class Tunnels {
  private Tunnels() {}

  /** A tunnel to one port of a Service. */
  public static String portForward(ServiceFacts service, Port port) {
    if (port.protocol() != Protocol.TCP) {
      return ExposureMessages.noTunnel(port);
    }
    return "kubectl --namespace %s port-forward service/%s %d:%d"
        .formatted(service.namespace(), service.name(), unprivileged(port.port()), port.port());
  }

  private static int unprivileged(int port) {
    return port < 1024 ? 8000 + port : port;
  }
}
