// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.survey;

import io.fabric8.kubernetes.client.Config;
import io.roadstead.cluster.ClusterSystem;
import io.roadstead.kubernetes.client.ApiServer;
import io.roadstead.kubernetes.client.ClusterConnection;
import io.roadstead.kubernetes.watch.WatchedCluster;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The survey and the profile of a watched cluster. Nothing is known from a kubeconfig. */
public final class SurveyedCluster implements AutoCloseable {
  private final ClusterSurvey survey;
  private final Profiler profiler;

  private SurveyedCluster(WatchedCluster watched) {
    var connection = new ClusterConnection("test", Config.empty(), null);
    var config = new OftenSurveyed();
    var apiServer = new ApiServer(watched.client(), null, Duration.ofSeconds(5), 2);
    survey = new ClusterSurvey(apiServer, connection, config);
    profiler =
        new Profiler(
            watched.cache(), watched.watch(), survey, connection, config, Clock.systemUTC());
  }

  /** Begins to survey it. */
  public static SurveyedCluster start(WatchedCluster watched) {
    var cluster = new SurveyedCluster(watched);
    cluster.survey.start();
    return cluster;
  }

  public Profiler profiler() {
    return profiler;
  }

  /** Whether the API server has said what it serves. */
  public boolean surveyed() {
    return survey.latest().groupsProblem() == null;
  }

  @Override
  public void close() {
    survey.close();
  }

  private static final class OftenSurveyed implements ClusterConfig {
    @Override
    public Optional<ClusterSystem> system() {
      return Optional.empty();
    }

    @Override
    public Optional<List<String>> portMappings() {
      return Optional.empty();
    }

    @Override
    public Duration surveyInterval() {
      return Duration.ofSeconds(1);
    }
  }
}
