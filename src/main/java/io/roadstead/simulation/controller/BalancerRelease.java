// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import io.roadstead.simulation.system.BalancerScript;
import io.roadstead.simulation.system.BalancerStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The progress of deleting the load balancer of one Service. */
final class BalancerRelease {
  private final String uid;
  private final Instant since;
  private int done;

  BalancerRelease(String uid, Instant since) {
    this.uid = uid;
    this.since = since;
  }

  String uid() {
    return uid;
  }

  /** The steps that have become due since the last call. */
  List<BalancerStep> due(BalancerScript script, Instant now) {
    int from = done;
    List<BalancerStep> steps = script.release();
    while (done < steps.size() && !since.plus(steps.get(done).delay()).isAfter(now)) {
      done++;
    }
    return steps.subList(from, done);
  }

  /** Time until the next step; negative if there is none. */
  Duration untilNext(BalancerScript script, Instant now) {
    return done < script.release().size()
        ? Duration.between(now, since.plus(script.release().get(done).delay()))
        : Duration.ofSeconds(-1);
  }
}
