// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.filter.FilteringGeneratorDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.roadstead.app.Etags;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Gives reads an etag of what they answer, and answers 304 to who has it already. The etag begins
 * with the app's, so that it can be sent back as {@code If-Match} too.
 */
@Singleton
class AnswerEtag {
  private static final int BYTES = 8;

  /** When something was seen; it moves on while nothing changes. */
  private static final TokenFilter WITHOUT_TIME =
      new TokenFilter() {
        @Override
        public @Nullable TokenFilter includeProperty(String name) {
          return name.equals("asOf") ? null : this;
        }
      };

  private final ObjectMapper json;

  AnswerEtag(ObjectMapper json) {
    this.json = json;
  }

  /** The answer to a read of an app with this etag. */
  <T> RestResponse<T> answer(T body, String appEtag, HttpHeaders headers) {
    String known =
        Etags.checked("If-None-Match", headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
    String etag = Etags.ofAnswer(appEtag, digest(body));
    RestResponse.ResponseBuilder<T> answer =
        known != null && Etags.matchAnswer(known, etag)
            ? RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
            : RestResponse.ResponseBuilder.ok(body);
    return answer.header(HttpHeaders.ETAG, etag).build();
  }

  private String digest(@Nullable Object body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
      try (JsonGenerator plain = json.getFactory().createGenerator(out);
          var filtered =
              new FilteringGeneratorDelegate(
                  plain, WITHOUT_TIME, TokenFilter.Inclusion.INCLUDE_ALL_AND_PATH, true)) {
        json.writeValue(filtered, body);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
