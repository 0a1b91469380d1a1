// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.kubernetes.json.Json;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the ExecCredential that a plugin writes. */
final class ExecAnswer {
  private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

  private ExecAnswer() {}

  /** An invalid answer; the message completes a sentence that begins with the plugin's name. */
  static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableException(String message) {
      super(message);
    }
  }

  /**
   * The credential in {@code output}.
   *
   * @param apiVersion the version that the kubeconfig requests
   */
  static Credential read(String output, String apiVersion) throws UnusableException {
    JsonNode answer = parse(output);
    if (!"ExecCredential".equals(answer.path("kind").asText())) {
      throw new UnusableException("did not answer with an ExecCredential");
    }
    String answered = answer.path("apiVersion").asText();
    if (!apiVersion.equals(answered)) {
      throw new UnusableException(
          "answered in version '%s', but the kubeconfig asks for '%s'"
              .formatted(answered.matches("[\\w./]{0,60}") ? answered : "?", apiVersion));
    }
    return credential(answer.path("status"));
  }

  private static JsonNode parse(String output) throws UnusableException {
    try {
      return Json.MAPPER.readTree(output);
    } catch (JsonProcessingException e) {
      // Without its cause, which may quote a token.
      throw new UnusableException("did not answer with an ExecCredential");
    }
  }

  private static Credential credential(JsonNode status) throws UnusableException {
    @Nullable String token = text(status, "token");
    @Nullable String certificate = text(status, "clientCertificateData");
    @Nullable String key = text(status, "clientKeyData");
    if (token == null && certificate == null) {
      throw new UnusableException("answered with neither a token nor a client certificate");
    }
    if ((certificate == null) != (key == null)) {
      throw new UnusableException("answered with a client certificate or key without the other");
    }
    if (token != null && !SENDABLE.matcher(token).matches()) {
      throw new UnusableException("answered with a token that can't be sent in a header");
    }
    @Nullable Instant expiry = expiry(text(status, "expirationTimestamp"));
    if (certificate == null || key == null) {
      return Credential.ofToken(token, expiry);
    }
    try {
      return new Credential(token, PemKeys.read(certificate, key), expiry);
    } catch (GeneralSecurityException e) {
      throw new UnusableException("answered with a client certificate that can't be read");
    }
  }

  private static @Nullable Instant expiry(@Nullable String text) throws UnusableException {
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new UnusableException(
          "answered with an expirationTimestamp that is not an RFC 3339 time");
    }
  }

  private static @Nullable String text(JsonNode status, String field) {
    String text = status.path(field).asText();
    return text.isEmpty() || status.path(field).isNull() ? null : text;
  }
}
