// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes problems as JSON. It never fails: an error during rendering is logged, and results in a
 * fixed problem that needs no rendering.
 */
@Singleton
class ProblemJson {
  /** The media type of RFC 9457. */
  static final String MEDIA_TYPE = "application/problem+json";

  private static final Logger LOG = Logger.getLogger(ProblemJson.class);

  private static final String LAST_RESORT =
      """
      {"type":"/errors#internal","title":"Internal error","status":500,\
      "detail":"Something went wrong in Roadstead; its log has the details.","instance":"",\
      "reason":"INTERNAL","violations":[],"conflicts":[],"objects":[],"retryAfter":null}
      """;

  private final ObjectMapper json;

  ProblemJson(ObjectMapper json) {
    this.json = json;
  }

  /** The problem that an error is rendered as. */
  Rendered render(@Nullable Throwable error, Supplier<Problem> rendering) {
    try {
      Problem problem = rendering.get();
      return new Rendered(problem.status(), problem.retryAfter(), bytes(problem));
    } catch (Throwable broken) {
      if (error != null) {
        broken.addSuppressed(error);
      }
      LOG.error("A problem could not be rendered", broken);
      return new Rendered(500, null, LAST_RESORT.getBytes(StandardCharsets.UTF_8));
    }
  }

  private byte[] bytes(Problem problem) {
    try {
      return (json.writeValueAsString(problem) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A rendered problem. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Rendered(int status, @Nullable Long retryAfter, byte[] body) {}
}
