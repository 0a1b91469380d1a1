// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import org.jspecify.annotations.Nullable;

/**
 * The options of a write.
 *
 * @param etag write only if the app still has this etag, or one of several ({@link Etags}); {@code
 *     *} if it exists; null writes unconditionally
 * @param createOnly write only if the app does not exist
 * @param validateOnly check everything, admission included, and write nothing
 * @param force take over fields that other managers own, instead of FIELD_CONFLICT
 * @param adopt take over an app that Roadstead does not own, instead of FAILED_PRECONDITION
 */
public record WriteOptions(
    @Nullable String etag, boolean createOnly, boolean validateOnly, boolean force, boolean adopt) {
  /** The etag that matches any existing app. */
  public static final String ANY_ETAG = "*";

  public static final WriteOptions DEFAULT = new WriteOptions(null, false, false, false, false);
}
