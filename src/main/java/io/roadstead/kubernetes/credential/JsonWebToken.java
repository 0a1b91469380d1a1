// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.kubernetes.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads the fields that this service needs from a JSON Web Token, without verification. */
final class JsonWebToken {
  private static final int PARTS = 3;

  private JsonWebToken() {}

  /** When the token expires; null when unknown or when it is not a JSON Web Token. */
  static @Nullable Instant expiry(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != PARTS) {
      return null;
    }
    try {
      JsonNode expiry = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1])).path("exp");
      return expiry.isNumber() ? Instant.ofEpochSecond(expiry.asLong()) : null;
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }
}
