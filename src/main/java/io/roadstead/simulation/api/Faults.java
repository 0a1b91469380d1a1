// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The faults that a test has requested. The first one that matches a request and is not used up
 * applies.
 */
public final class Faults {
  private final List<Rule> rules = new CopyOnWriteArrayList<>();

  /** Lets the given number of matching requests fail. Bodies are not read before matching. */
  public void next(int times, Predicate<ApiRequest> matching, Fault fault) {
    rules.add(new Rule(matching, fault, new AtomicInteger(times)));
  }

  /** Lets every matching request fail until {@link #clear}. */
  public void always(Predicate<ApiRequest> matching, Fault fault) {
    next(Integer.MAX_VALUE, matching, fault);
  }

  /** Removes all faults. */
  public void clear() {
    rules.clear();
  }

  Optional<Fault> take(ApiRequest request) {
    for (Rule rule : rules) {
      if (rule.matching.test(request) && rule.left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        return Optional.of(rule.fault);
      }
    }
    return Optional.empty();
  }

  private record Rule(Predicate<ApiRequest> matching, Fault fault, AtomicInteger left) {}
}
