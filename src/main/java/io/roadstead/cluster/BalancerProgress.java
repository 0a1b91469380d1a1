// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static io.roadstead.cluster.ExposureState.NO_PROVIDER;
import static io.roadstead.cluster.ExposureState.PROVISIONING;
import static io.roadstead.cluster.ExposureState.PROVISIONING_FAILED;
import static io.roadstead.cluster.ExposureState.REQUESTED;

import io.roadstead.cluster.ServiceFacts.Balancer;
import io.roadstead.cluster.ServiceFacts.ProviderEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The progress of a load balancer without an address: in progress, failed, or not picked up. */
final class BalancerProgress {
  /** A load balancer controller picks up a Service within moments. */
  static final Duration PICK_UP = Duration.ofSeconds(30);

  /** A controller that is known to exist may be restarting, or waiting for a port. */
  static final Duration PICK_UP_OF_KNOWN = Duration.ofMinutes(5);

  /** Clouds need minutes; a load balancer that takes longer has failed. */
  static final Duration LONGEST = Duration.ofMinutes(15);

  private BalancerProgress() {}

  static ExposureStep step(ServiceFacts service, ClusterTraits traits, Instant now) {
    Balancer balancer = service.balancer();
    Optional<ProviderEvent> failure =
        ProviderEvents.failure(balancer.events(), balancer.requestedAt());
    if (failure.isPresent()) {
      ProviderEvent event = failure.get();
      return new ExposureStep(
          PROVISIONING_FAILED,
          ExposureMessages.failed(event),
          traits.system().knowledge().failureRemedy());
    }
    Duration waiting = Duration.between(balancer.requestedAt(), now);
    if (isClaimed(balancer)) {
      return waiting.compareTo(LONGEST) < 0
          ? new ExposureStep(PROVISIONING, ExposureMessages.PROVISIONING, null)
          : new ExposureStep(
              PROVISIONING_FAILED,
              ExposureMessages.overdue(waiting),
              traits.system().knowledge().unclaimedRemedy());
    }
    return switch (traits.loadBalancer()) {
      case BUILT_IN, INSTALLED -> ofKnown(traits, waiting);
      case UNKNOWN -> ofUnknown(traits, waiting);
      case NONE -> ofNone(traits, waiting);
    };
  }

  private static boolean isClaimed(Balancer balancer) {
    return balancer.claimed()
        || !balancer.ingress().isEmpty()
        || ProviderEvents.isClaimed(balancer.events());
  }

  private static ExposureStep ofKnown(ClusterTraits traits, Duration waiting) {
    if (waiting.compareTo(PICK_UP) < 0) {
      return requested();
    }
    ExposureState state = waiting.compareTo(PICK_UP_OF_KNOWN) < 0 ? REQUESTED : NO_PROVIDER;
    return new ExposureStep(
        state,
        ExposureMessages.unclaimed(provider(traits), waiting),
        traits.system().knowledge().unclaimedRemedy());
  }

  private static ExposureStep ofUnknown(ClusterTraits traits, Duration waiting) {
    if (waiting.compareTo(PICK_UP) < 0) {
      return requested();
    }
    return new ExposureStep(
        NO_PROVIDER,
        ExposureMessages.perhapsNoProvider(waiting),
        traits.system().knowledge().balancerRemedy());
  }

  private static ExposureStep ofNone(ClusterTraits traits, Duration waiting) {
    if (waiting.compareTo(PICK_UP) < 0) {
      return requested();
    }
    return new ExposureStep(
        NO_PROVIDER,
        traits.system().knowledge().withoutBalancers(),
        traits.system().knowledge().balancerRemedy());
  }

  private static ExposureStep requested() {
    return new ExposureStep(REQUESTED, ExposureMessages.BALANCER_REQUESTED, null);
  }

  private static String provider(ClusterTraits traits) {
    return traits.loadBalancer() == Availability.BUILT_IN
        ? traits.system().displayName()
        : ExposureMessages.ADD_ON;
  }
}
