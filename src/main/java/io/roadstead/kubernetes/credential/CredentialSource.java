// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import org.jspecify.annotations.Nullable;

/** A source of credentials. */
public interface CredentialSource {

  /**
   * Fetches a credential. Blocks for at most the source's own timeout; called by one thread at a
   * time. Fails with an {@link io.roadstead.app.AppException} that names the remedy.
   *
   * @param previous the previous one, which has expired or was refused; null for the first
   */
  Credential fetch(@Nullable Credential previous);

  /** The name of the source for display, e.g. {@code the credential plugin 'aws'}. */
  String description();
}
