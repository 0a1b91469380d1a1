// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import io.roadstead.simulation.system.BalancerScript;
import io.roadstead.simulation.system.BalancerStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The progress of the load balancer of one Service. */
final class BalancerClaim {
  private final String uid;
  private final int number;
  private Instant since;
  private int done;
  private boolean published;

  BalancerClaim(String uid, int number, Instant since) {
    this.uid = uid;
    this.number = number;
    this.since = since;
  }

  String uid() {
    return uid;
  }

  /** Distinguishes its addresses from those of others; from 1. */
  int number() {
    return number;
  }

  /** Whether an address is in the status. */
  boolean published() {
    return published;
  }

  /** The steps that are due and not done yet. */
  List<BalancerStep> due(BalancerScript script, Instant now) {
    List<BalancerStep> due = new ArrayList<>();
    for (BalancerStep step : script.steps().subList(done, script.steps().size())) {
      if (since.plus(step.delay()).isAfter(now)) {
        break;
      }
      due.add(step);
    }
    return due;
  }

  /** Notes that the next step is done. */
  void did(BalancerStep step) {
    done++;
    published |= !step.ingress().isEmpty();
  }

  /** Time until the next step; negative if there is none. */
  Duration untilNext(BalancerScript script, Instant now) {
    return done < script.steps().size()
        ? Duration.between(now, since.plus(script.steps().get(done).delay()))
        : Duration.ofSeconds(-1);
  }

  /** Starts over, as for a new Service. */
  void restart(Instant now) {
    since = now;
    done = 0;
    published = false;
  }
}
