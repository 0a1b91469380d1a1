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
          "The load balancer could not be made: " + event.reason() + ": " + event.message(),
          Remedies.failed(traits.system()));
    }
    Duration waiting = Duration.between(balancer.askedAt(), now);
    if (isTakenUp(balancer)) {
      return waiting.compareTo(LONGEST) < 0
          ? new ExposureStep(PROVISIONING, "The load balancer is being made.", null)
          : new ExposureStep(
              PROVISIONING_FAILED,
              "The load balancer has been in the making for %s without an address and without a word of failure."
                  .formatted(minutes(waiting)),
              Remedies.notTakenUp(traits.system()));
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
        "%s makes load balancers, but has not taken this one up for %s."
            .formatted(provider(traits), words(waiting)),
        Remedies.notTakenUp(traits.system()));
  }

  private static ExposureStep ofUnknown(ClusterTraits traits, Duration waiting) {
    if (waiting.compareTo(TAKE_UP) < 0) {
      return asked();
    }
    return new ExposureStep(
        NO_PROVIDER,
        "Nobody has taken the load balancer up for %s; whether anything in this cluster makes any is not known."
            .formatted(words(waiting)),
        Remedies.balancer(traits.system()));
  }

  private static ExposureStep ofNone(ClusterTraits traits, Duration waiting) {
    if (waiting.compareTo(TAKE_UP) < 0) {
      return asked();
    }
    String message =
        traits.system() == ClusterSystem.MINIKUBE
            ? "Minikube gives load balancers an address only while `minikube tunnel` runs."
            : "Nothing in this cluster makes load balancers.";
    return new ExposureStep(NO_PROVIDER, message, Remedies.balancer(traits.system()));
  }

  private static ExposureStep asked() {
    return new ExposureStep(
        REQUESTED, "A load balancer is asked for; nobody has taken it up yet.", null);
  }

  private static String provider(ClusterTraits traits) {
    return traits.loadBalancer() == Availability.BUILT_IN
        ? traits.system().displayName()
        : "An add-on of this cluster";
  }

  private static String words(Duration waiting) {
    return waiting.compareTo(Duration.ofMinutes(2)) < 0
        ? waiting.toSeconds() + " seconds"
        : minutes(waiting);
  }

  private static String minutes(Duration waiting) {
    return waiting.toMinutes() + " minutes";
  }
}
