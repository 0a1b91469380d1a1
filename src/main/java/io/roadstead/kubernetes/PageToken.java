// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import io.roadstead.app.AppException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Page tokens: the key of the last element of a page, bound to its query. The next page begins
 * after that key on any replica, regardless of elements that were added or removed since.
 */
final class PageToken {
  private static final char SEPARATOR = '\n';
  private static final String RULE =
      "is not a page token of this list; send nextPageToken of the previous page, with the same"
          + " namespace, app and filter, or leave it out for the first page";

  private PageToken() {}

  /**
   * @param query identifies the list; any text
   * @param lastKey key of the last element, without line feeds
   */
  static String of(String query, String lastKey) {
    String text = lastKey + SEPARATOR + Integer.toHexString(query.hashCode());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The key after which the page begins, null for the first page. */
  static @Nullable String lastKey(String query, @Nullable String token) {
    if (token == null) {
      return null;
    }
    String text = decoded(token);
    int separator = text.lastIndexOf(SEPARATOR);
    if (separator < 0 || !token.equals(of(query, text.substring(0, separator)))) {
      throw invalid(token);
    }
    return text.substring(0, separator);
  }

  static AppException invalid(String token) {
    return AppException.invalid("pageToken", token, RULE);
  }

  private static String decoded(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw invalid(token);
    }
  }
}
