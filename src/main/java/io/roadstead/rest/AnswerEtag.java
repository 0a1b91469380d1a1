// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import com.google.protobuf.Message;
import io.roadstead.app.Etags;
import io.roadstead.wire.MessageJson;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Adds an etag of the response to reads, and returns 304 to clients that already have it. The etag
 * begins with the app's etag, so that it can also be sent as {@code If-Match}.
 */
@Singleton
class AnswerEtag {
  private static final int BYTES = 8;

  /** The observation time; it advances even if nothing changes. */
  private static final Pattern AS_OF = Pattern.compile("\"asOf\":\"[^\"]*\",?");

  /** The response to a read of an app with this etag. */
  RestResponse<Message> answer(Message body, String appEtag, HttpHeaders headers) {
    String known =
        Etags.checked("If-None-Match", headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
    String etag = Etags.ofAnswer(appEtag, digest(body));
    RestResponse.ResponseBuilder<Message> answer =
        known != null && Etags.matchAnswer(known, etag)
            ? RestResponse.ResponseBuilder.<Message>create(RestResponse.Status.NOT_MODIFIED)
            : RestResponse.ResponseBuilder.<Message>ok(body);
    return answer.header(HttpHeaders.ETAG, etag).build();
  }

  private static String digest(Message body) {
    try {
      var json = new ByteArrayOutputStream();
      MessageJson.write(body, json);
      String lasting = AS_OF.matcher(json.toString(StandardCharsets.UTF_8)).replaceAll("");
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(lasting.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
