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

/** Tells "still working" from "nobody will do it" while a load balancer has no address yet. */
final class BalancerProgress {
  /** A load-balancer controller takes a Service up within moments; after this there is none. */
  static final Duration TAKE_UP = Duration.ofSeconds(30);

  /** The same where one is known to be: it may be restarting, or wait for a port. */
  static final Duration TAKE_UP_OF_KNOWN = Duration.ofMinutes(5);

  /** Clouds need minutes; what takes longer than this will not come by waiting. */
  static final Duration LONGEST = Duration.ofMinutes(15);

  private BalancerProgress() {}

  static ExposureStep step(ServiceFacts service, ClusterTraits traits, Instant now) {
    Balancer balancer = service.balancer();
    Optional<ProviderEvent> failure = ProviderEvents.failure(balancer.events(), balancer.askedAt());
    if (failure.isPresent()) {
      ProviderEvent event = failure.get();
      return new ExposureStep(
          PROVISIONING_FAILED,
          ExposureMessages.failed(event),
          traits.system().knowledge().failureRemedy());
    }
    Duration waiting = Duration.between(balancer.askedAt(), now);
    if (isTakenUp(balancer)) {
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

  private static boolean isTakenUp(Balancer balancer) {
    return balancer.takenUp()
        || !balancer.ingress().isEmpty()
        || ProviderEvents.takenUp(balancer.events());
  }

  private static ExposureStep ofKnown(ClusterTraits traits, Duration waiting) {
    if (waiting.compareTo(TAKE_UP) < 0) {
      return asked();
    }
    ExposureState state = waiting.compareTo(TAKE_UP_OF_KNOWN) < 0 ? REQUESTED : NO_PROVIDER;
    return new ExposureStep(
        state,
        ExposureMessages.unclaimed(provider(traits), waiting),
        traits.system().knowledge().unclaimedRemedy());
  }

  private static ExposureStep ofUnknown(ClusterTraits traits, Duration waiting) {
    if (waiting.compareTo(TAKE_UP) < 0) {
      return asked();
    }
    return new ExposureStep(
        NO_PROVIDER,
        ExposureMessages.perhapsNoProvider(waiting),
        traits.system().knowledge().balancerRemedy());
  }

  private static ExposureStep ofNone(ClusterTraits traits, Duration waiting) {
    if (waiting.compareTo(TAKE_UP) < 0) {
      return asked();
    }
    return new ExposureStep(
        NO_PROVIDER,
        traits.system().knowledge().withoutBalancers(),
        traits.system().knowledge().balancerRemedy());
  }

  private static ExposureStep asked() {
    return new ExposureStep(REQUESTED, ExposureMessages.BALANCER_REQUESTED, null);
  }

  private static String provider(ClusterTraits traits) {
    return traits.loadBalancer() == Availability.BUILT_IN
        ? traits.system().displayName()
        : ExposureMessages.ADD_ON;
  }
}
