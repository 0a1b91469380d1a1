// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * An API server that knows its version only, and keeps who asked for it. It asks for a client
 * certificate in a real TLS handshake.
 */
final class RecordingApiServer implements AutoCloseable {
  private static final String VERSION =
      "{\"major\":\"1\",\"minor\":\"30\",\"gitVersion\":\"v1.30.0\"}";
  private static final String REFUSAL =
      "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"Unauthorized\","
          + "\"reason\":\"Unauthorized\",\"code\":401}";

  private final HttpsServer server;
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Predicate<Asked> accepts = request -> true;

  /**
   * Who asked.
   *
   * @param authorization the header; null without one
   * @param client the name in the client certificate; null without one
   */
  record Asked(@Nullable String authorization, @Nullable String client) {}

  private RecordingApiServer(HttpsServer server) {
    this.server = server;
  }

  static RecordingApiServer start() throws IOException, GeneralSecurityException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpsServer https = HttpsServer.create(address, 0);
    SSLContext context = context();
    https.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters wanted = context.getDefaultSSLParameters();
            wanted.setWantClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    var result = new RecordingApiServer(https);
    https.createContext("/", result::answer);
    https.setExecutor(result.executor);
    https.start();
    return result;
  }

  private static SSLContext context() throws GeneralSecurityException, IOException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(Identities.SERVER.store(), Identities.SERVER.password());
    KeyStore clients = KeyStore.getInstance("PKCS12");
    clients.load(null, null);
    clients.setCertificateEntry("first", Identities.FIRST.certificate());
    clients.setCertificateEntry("second", Identities.SECOND.certificate());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(clients);
    SSLContext result = SSLContext.getInstance("TLS");
    result.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return result;
  }

  String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Answers others with 401 from now on. */
  void accept(Predicate<Asked> allowed) {
    accepts = allowed;
  }

  /** Answers other tokens with 401 from now on. */
  void acceptToken(String token) {
    accept(request -> ("Bearer " + token).equals(request.authorization()));
  }

  List<Asked> asked() {
    return asked;
  }

  Asked last() {
    return Objects.requireNonNull(asked.isEmpty() ? null : asked.get(asked.size() - 1));
  }

  private void answer(HttpExchange exchange) throws IOException {
    var request =
        new Asked(exchange.getRequestHeaders().getFirst("Authorization"), client(exchange));
    asked.add(request);
    boolean accepted = accepts.test(request);
    byte[] body = (accepted ? VERSION : REFUSAL).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(accepted ? 200 : 401, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static @Nullable String client(HttpExchange exchange) {
    try {
      return ((HttpsExchange) exchange).getSSLSession().getPeerPrincipal().getName();
    } catch (SSLPeerUnverifiedException e) {
      return null;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
