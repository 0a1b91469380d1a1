// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The token in a kubeconfig itself. It is read again when it is refused: the user may have logged
 * in again.
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
