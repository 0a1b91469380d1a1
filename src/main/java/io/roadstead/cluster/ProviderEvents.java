// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.BalancerVocabulary.Meaning;
import io.roadstead.cluster.ServiceFacts.ProviderEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Interprets the events that load balancer controllers record on a Service. */
final class ProviderEvents {
  /**
   * Times in Kubernetes have a resolution of one second, so an event can seem older than its cause.
   */
  private static final Duration ROUNDING = Duration.ofSeconds(2);

  private ProviderEvents() {}

  /**
   * The last failure that was not followed by a success; empty when it concerns an older request.
   */
  static Optional<ProviderEvent> failure(List<ProviderEvent> events, Instant requestedAt) {
    return newestOf(events, Meaning.DONE, Meaning.FAILED)
        .filter(event -> meaning(event) == Meaning.FAILED)
        .filter(event -> !event.time().isBefore(requestedAt.minus(ROUNDING)));
  }

  /** Whether a controller has ever worked on the load balancer. */
  static boolean isClaimed(List<ProviderEvent> events) {
    return newestOf(events, Meaning.WORKING, Meaning.DONE, Meaning.FAILED).isPresent();
  }

  /** Whether the latest event says that the load balancer is still being created. */
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
