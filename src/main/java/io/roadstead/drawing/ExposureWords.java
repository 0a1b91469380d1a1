// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.cluster.Address;
import io.roadstead.cluster.ExposureState;
import io.roadstead.cluster.ExposureStatus;
import java.util.Locale;

/** The texts of pictures about an app's exposure. */
final class ExposureWords {
  private ExposureWords() {}

  /** E.g. {@code Load balancer: has an address}. */
  static String of(ExposureStatus exposure) {
    if (exposure.rung() != null) {
      return Words.of(exposure.rung()) + ": " + of(exposure.state());
    }
    if (exposure.type() == null) {
      return "Not exposed";
    }
    String type = exposure.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "Exposed as " + type + ": " + of(exposure.state());
  }

  private static String of(ExposureState state) {
    return switch (state) {
      case NOT_EXPOSED -> "not exposed";
      case UNEXPOSING -> "being removed";
      case REQUESTED -> "requested";
      case NO_PROVIDER -> "nothing provides it";
      case PROVISIONING -> "being created";
      case PROVISIONING_FAILED -> "creation failed";
      case ADDRESSED -> "has an address";
      case NO_READY_BACKENDS -> "no ready pod";
      case REACHABLE -> "responds";
    };
  }

  /** Who can reach an address, and what is required for that. */
  static String reach(Address address) {
    String audience =
        switch (address.audience()) {
          case IN_CLUSTER -> "inside the cluster";
          case PRIVATE_NETWORK -> "private network";
          case LOCAL_MACHINE -> "this machine only";
          case PUBLIC -> "public";
        };
    return switch (address.grade()) {
      case REACHABLE -> audience;
      case NEEDS_FIREWALL_RULE -> audience + ", needs a firewall rule";
      case NEEDS_TUNNEL -> audience + ", needs a tunnel";
      case PRIVATE_NETWORK_ONLY -> "private network only";
    };
  }
}
