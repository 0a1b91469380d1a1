// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.CipherSuiteFilter;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextOption;
import io.netty.handler.ssl.SslProvider;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

/**
 * Makes the JDK's TLS the only implementation in a native executable, as Quarkus does for the
 * method with which Netty up to 4.1.133 created client contexts. In later versions, that method has
 * one more parameter, and without this substitution the image builder looks for OpenSSL's classes.
 * Remove it together with the override of Netty's version.
 */
@TargetClass(SslContext.class)
final class NativeTls {

  @Substitute
  @SuppressWarnings({"UnusedMethod", "UnusedVariable", "TooManyParameters"}) // Netty's signature.
  static SslContext newClientContextInternal(
      SslProvider provider,
      Provider sslContextProvider,
      X509Certificate[] trustCert,
      TrustManagerFactory trustManagerFactory,
      X509Certificate[] keyCertChain,
      PrivateKey key,
      String keyPassword,
      KeyManagerFactory keyManagerFactory,
      Iterable<String> ciphers,
      CipherSuiteFilter cipherFilter,
      ApplicationProtocolConfig apn,
      String[] protocols,
      long sessionCacheSize,
      long sessionTimeout,
      boolean startTls,
      boolean enableOcsp,
      SecureRandom secureRandom,
      String keyStoreType,
      String endpointIdentificationAlgorithm,
      Map.Entry<SslContextOption<?>, Object>... options)
      throws SSLException {
    if (enableOcsp) {
      throw new IllegalArgumentException(
          "OCSP is not supported with this SslProvider: " + provider);
    }
    // The JDK's context ignores startTls, as in Netty's own method.
    return (SslContext)
        (Object)
            new JdkClientContext(
                sslContextProvider,
                trustCert,
                trustManagerFactory,
                keyCertChain,
                key,
                keyPassword,
                keyManagerFactory,
                ciphers,
                cipherFilter,
                apn,
                protocols,
                sessionCacheSize,
                sessionTimeout,
                secureRandom,
                keyStoreType,
                endpointIdentificationAlgorithm,
                new Resumption());
  }

  /** Netty's context over the JDK's TLS, whose constructor is not public. */
  @TargetClass(className = "io.netty.handler.ssl.JdkSslClientContext")
  static final class JdkClientContext {
    @Alias
    @SuppressWarnings({"UnusedVariable", "TooManyParameters"}) // Netty's signature.
    JdkClientContext(
        Provider sslContextProvider,
        X509Certificate[] trustCert,
        TrustManagerFactory trustManagerFactory,
        X509Certificate[] keyCertChain,
        PrivateKey key,
        String keyPassword,
        KeyManagerFactory keyManagerFactory,
        Iterable<String> ciphers,
        CipherSuiteFilter cipherFilter,
        ApplicationProtocolConfig apn,
        String[] protocols,
        long sessionCacheSize,
        long sessionTimeout,
        SecureRandom secureRandom,
        String keyStoreType,
        String endpointIdentificationAlgorithm,
        Resumption resumption)
        throws SSLException {}
  }

  /** Netty's control of resumed sessions, which is not public. */
  @TargetClass(className = "io.netty.handler.ssl.ResumptionController")
  static final class Resumption {
    @Alias
    Resumption() {}
  }
}
