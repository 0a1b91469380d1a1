// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.survey;

import io.roadstead.cluster.ApiSurvey;
import io.roadstead.cluster.Capabilities;
import io.roadstead.cluster.ClusterFingerprint;
import io.roadstead.cluster.ClusterTraits;
import io.roadstead.cluster.Recognition;
import io.roadstead.cluster.Recognizer;
import io.roadstead.cluster.Surroundings;
import io.roadstead.kubernetes.client.ClusterConnection;
import io.roadstead.kubernetes.model.NodeRecord;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.watch.ClusterCache;
import io.roadstead.kubernetes.watch.ClusterWatch;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds the profile of the cluster from watches and surveys. A profile is cached briefly, and
 * longer while no node changes, because building one reads every node.
 */
@Singleton
public final class Profiler implements Surroundings {
  private static final String SYSTEM_NAMESPACE = "kube-system";
  private static final Duration AT_LEAST = Duration.ofSeconds(1);

  /**
   * With thousands of nodes, a profile takes a while: at most this fraction of the time is spent on
   * it.
   */
  private static final int PART_OF_TIME = 20;

  private static final Duration AT_MOST = Duration.ofSeconds(10);

  private final ClusterCache cache;
  private final ClusterWatch watch;
  private final ClusterSurvey survey;
  private final ClusterConnection connection;
  private final ClusterConfig config;
  private final Clock clock;
  private final Map<Integer, ClusterTraits.HostPort> portMappings;
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable Made latest;

  Profiler(
      ClusterCache cache,
      ClusterWatch watch,
      ClusterSurvey survey,
      ClusterConnection connection,
      ClusterConfig config,
      Clock clock) {
    this.cache = cache;
    this.watch = watch;
    this.survey = survey;
    this.connection = connection;
    this.config = config;
    this.clock = clock;
    this.portMappings = PortMappings.toMap(config.portMappings().orElse(List.of()));
  }

  /**
   * A profile and the state that it was built from.
   *
   * @param nodeChanges the number of node changes at that time
   * @param shortest how long it is valid even if nodes change
   */
  private record Made(
      ClusterProfile profile,
      Instant time,
      long nodeChanges,
      ApiSurvey survey,
      Duration shortest) {}

  @Override
  public ClusterTraits traits() {
    return profile().traits();
  }

  /** The current profile. One caller builds a new profile; meanwhile, others get the old one. */
  public ClusterProfile profile() {
    Made made = latest;
    if (made != null && (isUsable(made, clock.instant()) || !making.tryLock())) {
      return made.profile();
    }
    if (made == null) {
      making.lock();
    }
    try {
      return renewed().profile();
    } finally {
      making.unlock();
    }
  }

  private Made renewed() {
    Made made = latest;
    Instant now = clock.instant();
    if (made == null || !isUsable(made, now)) {
      long nodeChanges = cache.nodeChanges();
      ApiSurvey found = survey.latest();
      long began = System.nanoTime();
      ClusterProfile profile = make(found);
      Duration cost = Duration.ofNanos(System.nanoTime() - began).multipliedBy(PART_OF_TIME);
      Duration shortest = cost.compareTo(AT_LEAST) > 0 ? cost : AT_LEAST;
      made = new Made(profile, now, nodeChanges, found, shortest);
      latest = made;
    }
    return made;
  }

  private boolean isUsable(Made made, Instant now) {
    Duration age = Duration.between(made.time(), now).abs();
    boolean sameNodes = made.nodeChanges() == cache.nodeChanges();
    return made.survey().equals(survey.latest())
        && (age.compareTo(made.shortest()) < 0 || (sameNodes && age.compareTo(AT_MOST) < 0));
  }

  private ClusterProfile make(ApiSurvey found) {
    ApiSurvey whole = withBalancedService(found);
    ClusterFingerprint fingerprint = fingerprint(whole);
    Recognition recognition =
        config
            .system()
            .map(system -> Recognizer.configured(system, fingerprint))
            .orElseGet(() -> Recognizer.recognize(fingerprint));
    Capabilities capabilities = Capabilities.of(recognition, fingerprint, whole);
    return new ClusterProfile(
        recognition,
        capabilities,
        ClusterTraits.of(recognition, fingerprint, capabilities.loadBalancer(), portMappings));
  }

  private ApiSurvey withBalancedService(ApiSurvey found) {
    return new ApiSurvey(
        found.groups(),
        found.groupsProblem(),
        found.metrics(),
        found.ingressClasses(),
        found.gatewayClasses(),
        cache
            .balancedService()
            .map(service -> service.meta().namespace() + "/" + service.meta().name())
            .orElse(null));
  }

  private ClusterFingerprint fingerprint(ApiSurvey found) {
    List<PodRecord> systemPods = cache.podsOf(SYSTEM_NAMESPACE).toList();
    String nodesProblem = cache.nodesProblem();
    return new ClusterFingerprint(
        watch.kubernetesVersion().orElse(""),
        cache.nodes().stream().map(NodeRecord::fingerprint).toList(),
        nodesProblem.isEmpty() ? null : nodesProblem,
        found.groups(),
        systemPods.stream().map(pod -> pod.meta().name()).collect(Collectors.toSet()),
        systemPods.stream()
            .map(PodRecord::controlPlaneAnnotations)
            .flatMap(Set::stream)
            .collect(Collectors.toSet()),
        connection.facts());
  }
}
