// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static io.roadstead.cluster.Reachability.Outcome.ANSWERED;
import static io.roadstead.cluster.Reachability.Outcome.NOT_TRIED;

import io.roadstead.cluster.Reachability.Attempt;
import java.util.ArrayList;
import java.util.List;

/** Judges an exposure by connection attempts to the addresses of its best rung. */
final class Attempts {
  private Attempts() {}

  static ExposureStep judge(ExposureStep addressed, List<Address> addresses, Reachability tried) {
    List<String> failures = new ArrayList<>();
    for (Address address : addresses) {
      Attempt attempt = address.rung() == addresses.get(0).rung() ? tried.latest(address) : null;
      if (attempt == null || attempt.outcome() == NOT_TRIED) {
        continue;
      }
      if (attempt.outcome() == ANSWERED) {
        return new ExposureStep(
            ExposureState.REACHABLE,
            ExposureMessages.answered(address, attempt),
            addressed.remedy());
      }
      if (saysSomething(address)) {
        failures.add(ExposureMessages.unanswered(address, attempt));
      }
    }
    return failures.isEmpty()
        ? addressed
        : new ExposureStep(addressed.state(), failures.get(0), addressed.remedy());
  }

  /** Failures of addresses that work only in the cluster or on its machine mean nothing here. */
  private static boolean saysSomething(Address address) {
    return switch (address.audience()) {
      case PUBLIC, PRIVATE_NETWORK -> true;
      case LOCAL_MACHINE, IN_CLUSTER -> false;
    };
  }
}
