// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy that knows CONNECT only, and keeps where it was asked to connect to. */
final class TunnelProxy implements AutoCloseable {
  private final ServerSocket socket;
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final List<String> targets = new CopyOnWriteArrayList<>();

  private TunnelProxy(ServerSocket socket) {
    this.socket = socket;
  }

  static TunnelProxy start() throws IOException {
    var result = new TunnelProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    result.executor.execute(result::accept);
    return result;
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  List<String> targets() {
    return targets;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        executor.execute(() -> tunnel(client));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private void tunnel(Socket client) {
    try (client) {
      InputStream from = new BufferedInputStream(client.getInputStream());
      String target = line(from).split(" ")[1];
      while (!line(from).isEmpty()) {}
      targets.add(target);
      String[] address = target.split(":");
      try (Socket server = new Socket(address[0], Integer.parseInt(address[1]))) {
        client
            .getOutputStream()
            .write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        executor.execute(() -> copy(server, client));
        from.transferTo(server.getOutputStream());
      }
    } catch (IOException e) {
      // One side has gone.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream input = from.getInputStream();
      OutputStream output = to.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        output.write(buffer, 0, read);
        output.flush();
      }
    } catch (IOException e) {
      // One side has gone.
    }
  }

  private static String line(InputStream from) throws IOException {
    var line = new StringBuilder();
    for (int next = from.read(); next >= 0 && next != '\n'; next = from.read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    executor.shutdownNow();
  }
}
