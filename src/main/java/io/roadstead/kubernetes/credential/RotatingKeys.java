// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** The current client certificate: a TLS context never changes its key manager. */
public final class RotatingKeys extends X509ExtendedKeyManager {
  private volatile @Nullable X509ExtendedKeyManager current;

  /** From the newest connection without a resumed session; gives access to all sessions. */
  private volatile @Nullable SSLEngine latest;

  /**
   * @param first the initial certificate; null for none
   */
  public RotatingKeys(@Nullable X509ExtendedKeyManager first) {
    current = first;
  }

  /** Sets the certificate for new connections. */
  void use(X509ExtendedKeyManager keys) {
    if (keys == current) {
      return;
    }
    current = keys;
    forgetSessions();
  }

  /** A resumed session keeps its initial certificate. */
  private void forgetSessions() {
    SSLEngine engine = latest;
    SSLSessionContext sessions = engine == null ? null : engine.getSession().getSessionContext();
    if (sessions == null) {
      return;
    }
    for (byte[] id : Collections.list(sessions.getIds())) {
      SSLSession session = sessions.getSession(id);
      if (session != null) {
        session.invalidate();
      }
    }
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyType, Principal @Nullable [] issuers, SSLEngine engine) {
    latest = engine;
    X509ExtendedKeyManager keys = current;
    return keys == null ? null : keys.chooseEngineClientAlias(keyType, issuers, engine);
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyType, Principal @Nullable [] issuers, Socket socket) {
    X509ExtendedKeyManager keys = current;
    return keys == null ? null : keys.chooseClientAlias(keyType, issuers, socket);
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    X509ExtendedKeyManager keys = current;
    return keys == null ? null : keys.getClientAliases(keyType, issuers);
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    X509ExtendedKeyManager keys = current;
    return keys == null ? null : keys.getCertificateChain(alias);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    X509ExtendedKeyManager keys = current;
    return keys == null ? null : keys.getPrivateKey(alias);
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }
}
