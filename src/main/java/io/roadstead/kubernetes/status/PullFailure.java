// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.app.Reason;
import java.util.List;
import java.util.Locale;

/**
 * Determines why an image can't be pulled from the messages of container runtimes (containerd,
 * CRI-O, cri-dockerd) and of the registries behind them; there is no code for it.
 */
final class PullFailure {
  /** Docker Hub responds with this for both missing and private repositories. */
  private static final String DENIED_OR_MISSING = "repository does not exist or may require";

  private static final List<String> DENIED =
      List.of(
          "401 unauthorized",
          "403 forbidden",
          "unauthorized",
          "authentication required",
          "authorization failed",
          "insufficient_scope",
          "no basic auth credentials",
          "pull access denied",
          "access denied",
          "access forbidden",
          "requested access to the resource is denied",
          "denied:");

  private static final List<String> NOT_FOUND =
      List.of(
          "not found",
          "manifest unknown",
          "name unknown",
          "repository name not known",
          "no such image",
          "does not exist",
          "no match for platform",
          "no matching manifest",
          "no image found in manifest list");

  /** These messages also contain "not found", but mean that the registry was never reached. */
  private static final List<String> UNREACHABLE =
      List.of(
          "no such host",
          "dial tcp",
          "i/o timeout",
          "connection refused",
          "tls handshake",
          "x509:",
          "server misbehaving",
          "context deadline exceeded",
          "toomanyrequests",
          "too many requests",
          "500 internal server error",
          "502 bad gateway",
          "503 service unavailable");

  private PullFailure() {}

  static Reason classify(String words) {
    String text = words.toLowerCase(Locale.ROOT);
    if (UNREACHABLE.stream().anyMatch(text::contains)) {
      return Reason.IMAGE_PULL_FAILED;
    }
    if (text.contains(DENIED_OR_MISSING) || DENIED.stream().anyMatch(text::contains)) {
      return Reason.IMAGE_PULL_DENIED;
    }
    return NOT_FOUND.stream().anyMatch(text::contains)
        ? Reason.IMAGE_NOT_FOUND
        : Reason.IMAGE_PULL_FAILED;
  }
}
