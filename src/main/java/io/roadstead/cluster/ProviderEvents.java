// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import io.roadstead.cluster.ServiceFacts.ProviderEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the controllers that make load balancers say, and what it means. The service controller of
 * the clouds, the AWS Load Balancer Controller, GKE's L4 controller, Alibaba's and IBM's cloud
 * controllers and MetalLB each have words of their own.
 */
final class ProviderEvents {
  private static final Set<String> WORKING = Set.of("EnsuringLoadBalancer");

  private static final Set<String> DONE =
      Set.of(
          "EnsuredLoadBalancer",
          "UpdatedLoadBalancer",
          "SuccessfullyReconciled",
          "SyncLoadBalancerSuccessful",
          "CloudVPCLoadBalancerNormalEvent",
          "IPAllocated");

  private static final Set<String> FAILED =
      Set.of(
          "SyncLoadBalancerFailed",
          "UpdateLoadBalancerFailed",
          "UnAvailableLoadBalancer",
          "CreatingLoadBalancerFailed",
          "FailedBuildModel",
          "FailedDeployModel",
          "FailedAddFinalizer",
          "FailedUpdateStatus",
          "CreatingCloudLoadBalancerFailed",
          "UpdatingCloudLoadBalancerFailed",
          "GettingCloudLoadBalancerFailed",
          "VerifyingCloudLoadBalancerFailed",
          "AllocationFailed",
          "LoadBalancerFailed");

  /** A balancer that is changed later is busy too, and goes on serving. */
  private static final Set<String> IN_THE_MAKING =
      Set.of("CreatingCloudLoadBalancerFailed", "VerifyingCloudLoadBalancerFailed");

  /** Words that others use too, and who has to say them. */
  private static final Map<String, String> FAILED_FROM = Map.of("InternalError", "metallb");

  /** Times of objects have whole seconds; an event may seem older than what it is about. */
  private static final Duration ROUNDING = Duration.ofSeconds(2);

  private ProviderEvents() {}

  /** What an event means; each excludes the others. */
  private enum Meaning {
    WORKING,
    DONE,
    FAILED,
    OTHER
  }

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
        .filter(event -> IN_THE_MAKING.contains(event.reason()) && saysBusy(event))
        .isPresent();
  }

  private static Optional<ProviderEvent> newestOf(List<ProviderEvent> events, Meaning... wanted) {
    Set<Meaning> meanings = Set.of(wanted);
    return events.stream().filter(event -> meanings.contains(meaning(event))).findFirst();
  }

  private static Meaning meaning(ProviderEvent event) {
    String reason = event.reason();
    if (WORKING.contains(reason)) {
      return Meaning.WORKING;
    }
    if (DONE.contains(reason)) {
      return Meaning.DONE;
    }
    @Nullable String from = FAILED_FROM.get(reason);
    if (FAILED.contains(reason) || (from != null && event.source().startsWith(from))) {
      return saysBusy(event) ? Meaning.WORKING : Meaning.FAILED;
    }
    return Meaning.OTHER;
  }

  /** IBM's cloud warns that the balancer "is busy" as long as it makes it; that is progress. */
  private static boolean saysBusy(ProviderEvent event) {
    return event.message().contains("is busy");
  }
}
