// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An OpenID Connect provider with a discovery document and a token endpoint. */
final class FakeIssuer implements AutoCloseable {
  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String answer = "{}";

  private FakeIssuer(HttpServer server) {
    this.server = server;
  }

  static FakeIssuer start() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var result = new FakeIssuer(HttpServer.create(address, 0));
    result.server.createContext("/identity/.well-known/openid-configuration", result::discover);
    result.server.createContext("/identity/token", result::token);
    result.server.start();
    return result;
  }

  /** An unsigned token for {@code name}. */
  static String idToken(String name, Instant expiry) {
    String payload = "{\"sub\":\"%s\",\"exp\":%d}".formatted(name, expiry.getEpochSecond());
    return part("{\"alg\":\"none\"}") + "." + part(payload) + ".c2lnbmF0dXJl";
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/identity";
  }

  void gives(String idToken, String refreshToken) {
    status = 200;
    answer =
        "{\"access_token\":\"a\",\"id_token\":\"%s\",\"refresh_token\":\"%s\"}"
            .formatted(idToken, refreshToken);
  }

  void refuses(String error) {
    status = 400;
    answer = "{\"error\":\"%s\",\"error_description\":\"secret details\"}".formatted(error);
  }

  /** What its token endpoint was sent: the header for the client, a space, and the form. */
  List<String> requests() {
    return requests;
  }

  private void discover(HttpExchange exchange) throws IOException {
    respond(exchange, 200, "{\"token_endpoint\":\"" + url() + "/token\"}");
  }

  private void token(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + form);
    respond(exchange, status, answer);
  }

  private static void respond(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
