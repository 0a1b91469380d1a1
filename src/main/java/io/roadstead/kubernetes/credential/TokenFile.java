// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.credential;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A token in a file that is replaced before it expires, as the kubelet does for service accounts.
 * It is read again every minute and when it is refused.
 */
public record TokenFile(Path file, Clock clock) implements CredentialSource {
  private static final Duration TRUSTED_FOR = Duration.ofMinutes(1);

  @Override
  public Credential fetch(@Nullable Credential previous) {
    try {
      String token = Files.readString(file).strip();
      return Credential.ofToken(token, clock.instant().plus(TRUSTED_FOR));
    } catch (IOException e) {
      throw AppException.of(
          ErrorCode.CLUSTER_UNAVAILABLE, "The token file " + file + " can't be read.", e);
    }
  }

  @Override
  public String description() {
    return "the token file " + file;
  }
}
