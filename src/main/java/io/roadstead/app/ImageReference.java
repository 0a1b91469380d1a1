// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A container image reference in the grammar of the distribution project's reference package:
 * {@code [registry/]repository[:tag][@digest]}.
 *
 * @param repository registry and path, e.g. {@code docker.io/library/nginx} or {@code nginx}
 * @param tag the tag, or null
 * @param digest the digest with its algorithm, e.g. {@code sha256:…}, or null
 */
public record ImageReference(String repository, @Nullable String tag, @Nullable String digest) {
  private static final int LONGEST_REPOSITORY = 255;
  private static final String DOMAIN_LABEL = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
  private static final String IPV6 = "\\[(?:[a-fA-F0-9:]+)\\]";
  private static final String DOMAIN =
      "(?:" + DOMAIN_LABEL + "(?:\\." + DOMAIN_LABEL + ")*|" + IPV6 + ")(?::[0-9]+)?";
  private static final String PATH_PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
  private static final String TAG = "[\\w][\\w.-]{0,127}";
  private static final String DIGEST =
      "[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}";
  private static final Pattern REFERENCE =
      Pattern.compile(
          "((?:"
              + DOMAIN
              + "/)?"
              + PATH_PART
              + "(?:/"
              + PATH_PART
              + ")*)(?::("
              + TAG
              + "))?(?:@("
              + DIGEST
              + "))?");
  private static final int LONGEST_REFERENCE = 1024;

  /** Reads a reference; INVALID_ARGUMENT on field {@code image} when it is malformed. */
  public static ImageReference parse(String reference) {
    Matcher matcher = REFERENCE.matcher(reference);
    if (!isValid(reference) || !matcher.matches()) {
      throw AppException.invalid("image", reference, Messages.IMAGE_REFERENCE);
    }
    return new ImageReference(matcher.group(1), matcher.group(2), matcher.group(3));
  }

  static boolean isValid(String reference) {
    if (reference.length() > LONGEST_REFERENCE) {
      return false;
    }
    Matcher matcher = REFERENCE.matcher(reference);
    return matcher.matches() && matcher.group(1).length() <= LONGEST_REPOSITORY;
  }

  @Override
  public String toString() {
    return repository + (tag == null ? "" : ":" + tag) + (digest == null ? "" : "@" + digest);
  }
}
