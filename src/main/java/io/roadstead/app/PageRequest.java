// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import org.jspecify.annotations.Nullable;

/**
 * The requested page of a list.
 *
 * @param size maximum number of elements, 1 to {@link #LARGEST}
 * @param token {@code nextPageToken} of the previous page, or null for the first page
 */
public record PageRequest(int size, @Nullable String token) {
  public static final int LARGEST = 500;
  public static final int DEFAULT_SIZE = 50;

  public PageRequest {
    var violations = new Violations();
    violations.range("pageSize", size, WholeNumber.PAGE_SIZE);
    violations.throwIfAny();
  }

  /** A page request where 0 or null means the default size and an empty token the first page. */
  public static PageRequest of(@Nullable Integer size, @Nullable String token) {
    return new PageRequest(
        size == null || size == 0 ? DEFAULT_SIZE : size,
        token == null || token.isEmpty() ? null : token);
  }
}
