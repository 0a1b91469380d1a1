// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static io.roadstead.cluster.Reachability.Outcome.ANSWERED;
import static io.roadstead.cluster.Reachability.Outcome.NOT_TRIED;

import io.roadstead.cluster.Reachability.Attempt;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What attempts at the addresses of the best rung say about an exposure that has one. */
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
            "%s answered Roadstead at %s.".formatted(address.url(), time(attempt)),
            addressed.remedy());
      }
      if (saysSomething(address)) {
        failures.add(address.url() + " " + words(attempt));
      }
    }
    return failures.isEmpty()
        ? addressed
        : new ExposureStep(addressed.state(), message(failures), addressed.remedy());
  }

  /** From elsewhere, names of the cluster and addresses of another machine lead nowhere. */
  private static boolean saysSomething(Address address) {
    return switch (address.audience()) {
      case PUBLIC, PRIVATE_NETWORK -> true;
      case LOCAL_MACHINE, IN_CLUSTER -> false;
    };
  }

  private static String message(List<String> failures) {
    return "It has an address that does not answer yet: " + failures.get(0) + ".";
  }

  private static String words(Attempt attempt) {
    String form =
        switch (attempt.outcome()) {
          case NAME_UNKNOWN -> "has a host name that does not resolve yet (tried at %s)";
          case REFUSED -> "refused the connection at %s";
          case SILENT -> "did not answer in time at %s";
          case ANSWERED, NOT_TRIED -> "at %s";
        };
    return form.formatted(time(attempt));
  }

  private static Instant time(Attempt attempt) {
    return attempt.time().truncatedTo(ChronoUnit.SECONDS);
  }
}
