// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.BalancerVocabulary.Meaning;
import io.roadstead.cluster.ServiceFacts.ProviderEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the controllers that provide load balancers say about a Service, and what it means. */
final class ProviderEvents {
  /** Times of objects have whole seconds; an event may seem older than what it is about. */
  private static final Duration ROUNDING = Duration.ofSeconds(2);

  private ProviderEvents() {}

  /** The last failure that no success has followed; empty when it is about an older request. */
  static Optional<ProviderEvent> failure(List<ProviderEvent> events, Instant askedAt) {
    return newestOf(events, Meaning.DONE, Meaning.FAILED)
        .filter(event -> meaning(event) == Meaning.FAILED)
        .filter(event -> !event.time().isBefore(askedAt.minus(ROUNDING)));
  }

  /** Whether a controller has ever said that it works on it. */
  static boolean takenUp(List<ProviderEvent> events) {
    return newestOf(events, Meaning.WORKING, Meaning.DONE, Meaning.FAILED).isPresent();
  }

  /** Whether the last word of a controller is that the balancer is busy being made. */
  static boolean isBusy(List<ProviderEvent> events) {
    return events.stream()
        .filter(event -> meaning(event) != Meaning.OTHER)
        .findFirst()
        .filter(event -> BalancerVocabulary.ofAll().isBusyCreation(event.reason(), event.message()))
        .isPresent();
  }

  private static Optional<ProviderEvent> newestOf(List<ProviderEvent> events, Meaning... wanted) {
    Set<Meaning> meanings = Set.of(wanted);
    return events.stream().filter(event -> meanings.contains(meaning(event))).findFirst();
  }

  private static Meaning meaning(ProviderEvent event) {
    return BalancerVocabulary.ofAll().meaning(event.reason(), event.source(), event.message());
  }
}
