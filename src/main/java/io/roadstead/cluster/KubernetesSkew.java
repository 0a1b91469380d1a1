// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version skew between a cluster and the version that Roadstead is tested with.
 *
 * @param testedVersion the minor version that Roadstead is tested with, e.g. {@code 1.36}
 * @param minorVersions number of minor versions that the cluster is ahead (positive) or behind
 *     (negative); null when its version cannot be parsed
 * @param message what that means, as a sentence
 */
public record KubernetesSkew(
    String testedVersion, @Nullable Integer minorVersions, String message) {
  private static final int TESTED_MINOR = 36;

  /** autoscaling/v2 was added in 1.23; everything else that is needed is older. */
  private static final int OLDEST_MINOR = 23;

  private static final Pattern VERSION = Pattern.compile("^v?1\\.(\\d{1,3})(\\D.*)?$");

  /** The skew of a version such as {@code v1.34.11-gke.1044000}. */
  public static KubernetesSkew of(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      return new KubernetesSkew(tested(), null, ClusterMessages.unreadableVersion(version));
    }
    int minor = Integer.parseInt(matcher.group(1));
    return new KubernetesSkew(tested(), minor - TESTED_MINOR, message(minor));
  }

  private static String tested() {
    return "1." + TESTED_MINOR;
  }

  private static String message(int minor) {
    int skew = minor - TESTED_MINOR;
    if (minor < OLDEST_MINOR) {
      return ClusterMessages.tooOld(OLDEST_MINOR);
    }
    if (skew == 0) {
      return ClusterMessages.TESTED_VERSION;
    }
    return ClusterMessages.skew(skew, tested(), OLDEST_MINOR);
  }
}
