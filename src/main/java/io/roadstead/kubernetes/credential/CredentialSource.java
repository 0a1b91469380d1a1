// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import org.jspecify.annotations.Nullable;

/** Where credentials come from. */
public interface CredentialSource {

  /**
   * Gets a credential. Blocking, for as long as the source's own time-out; asked by one thread at a
   * time. It fails with an {@link io.roadstead.app.AppException} that names the remedy.
   *
   * @param previous the one before, which has expired or was refused; null for the first
   */
  Credential fetch(@Nullable Credential previous);

  /** What is asked, for people, e.g. {@code the credential plugin 'aws'}. */
  String description();
}
