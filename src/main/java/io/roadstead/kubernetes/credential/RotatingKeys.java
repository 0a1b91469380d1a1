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

/** The client certificate of the moment: a TLS context keeps its key manager for good. */
public final class RotatingKeys extends X509ExtendedKeyManager {
  private volatile @Nullable X509ExtendedKeyManager current;

  /** Of the newest connection without a resumed session; leads to all sessions. */
  private volatile @Nullable SSLEngine latest;

  /**
   * @param first the certificate to begin with; null for none
   */
  public RotatingKeys(@Nullable X509ExtendedKeyManager first) {
    current = first;
  }

  /** From the next connection on it is this one. */
  void use(X509ExtendedKeyManager keys) {
    if (keys == current) {
      return;
    }
    current = keys;
    forgetSessions();
  }

  /** A session that is resumed keeps the certificate that it began with. */
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
