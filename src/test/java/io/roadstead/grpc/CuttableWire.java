// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP connection to a local port that can be cut without a word. */
final class CuttableWire implements AutoCloseable {
  private final ServerSocket entry;
  private final int target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  CuttableWire(int target) throws IOException {
    this.target = target;
    entry = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return entry.getLocalPort();
  }

  void cut() throws IOException {
    entry.close();
    for (Socket socket : sockets) {
      if (!socket.isClosed()) {
        socket.setSoLinger(true, 0);
        socket.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    cut();
  }

  private void accept() throws IOException {
    Socket client = entry.accept();
    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
    sockets.addAll(List.of(client, server));
    start(() -> client.getInputStream().transferTo(server.getOutputStream()));
    start(() -> server.getInputStream().transferTo(client.getOutputStream()));
  }

  private static void start(Step step) {
    var thread =
        new Thread(
            () -> {
              try {
                step.run();
              } catch (IOException e) {
                // The wire was cut.
              }
            },
            "wire");
    thread.setDaemon(true);
    thread.start();
  }

  private interface Step {
    void run() throws IOException;
  }
}
