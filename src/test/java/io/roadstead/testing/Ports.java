// SPDX-License-Identifier: Apache-2.0
package io.roadstead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Random;

/** The loopback ports of one cluster. */
record Ports(int etcd, int apiServer) {

  // Below the range from which the kernel takes outgoing ports: a client that knocks again and
  // again at a stopped server in that range would sooner or later be connected to itself.
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 30_000;

  static Ports free() {
    List<Integer> free =
        new Random()
            .ints(LOWEST, HIGHEST)
            .distinct()
            .filter(Ports::isFree)
            .limit(2)
            .boxed()
            .toList();
    return new Ports(free.get(0), free.get(1));
  }

  static Ports read(Path file) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Ports(
        Integer.parseInt(properties.getProperty("etcd")),
        Integer.parseInt(properties.getProperty("api-server")));
  }

  void write(Path file) {
    try {
      Files.writeString(file, "etcd=%d%napi-server=%d%n".formatted(etcd, apiServer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String etcdUrl() {
    return "http://127.0.0.1:" + etcd;
  }

  String apiServerUrl() {
    return "https://127.0.0.1:" + apiServer;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
