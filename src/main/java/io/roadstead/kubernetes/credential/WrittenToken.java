// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The token that a kubeconfig has itself. It is read again when it was refused: its user may have
 * logged in again.
 */
public record WrittenToken(Supplier<String> read) implements CredentialSource {

  @Override
  public Credential fetch(@Nullable Credential previous) {
    return Credential.ofToken(read.get(), null);
  }

  @Override
  public String description() {
    return "the kubeconfig";
  }
}
