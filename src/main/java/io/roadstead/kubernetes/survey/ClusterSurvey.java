// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.survey;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.roadstead.app.AppException;
import io.roadstead.cluster.ApiSurvey;
import io.roadstead.kubernetes.client.ApiServer;
import io.roadstead.kubernetes.client.ClusterConnection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Keeps a survey of the API server, which is renewed periodically while the service runs. */
@Singleton
public final class ClusterSurvey {
  private static final Logger LOG = Logger.getLogger(ClusterSurvey.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final ApiSurveyor surveyor;
  private final ClusterConnection connection;
  private final Duration interval;
  private final ScheduledExecutorService executor;
  private volatile ApiSurvey latest = ApiSurvey.none("The API server has not been asked yet.");

  ClusterSurvey(ApiServer apiServer, ClusterConnection connection, ClusterConfig config) {
    this.surveyor = new ApiSurveyor(apiServer.apart());
    this.connection = connection;
    this.interval = config.surveyInterval();
    this.executor = Executors.newSingleThreadScheduledExecutor(ClusterSurvey::thread);
  }

  void onStart(@Observes StartupEvent event) {
    start();
  }

  void onStop(@Observes ShutdownEvent event) {
    close();
  }

  /** The latest survey; never blocks. */
  public ApiSurvey latest() {
    return latest;
  }

  void start() {
    if (connection.problem() != null) {
      latest = ApiSurvey.none(connection.problem());
      return;
    }
    schedule(Duration.ZERO);
  }

  void close() {
    executor.shutdownNow();
  }

  private void renew() {
    Duration pause = interval;
    try {
      latest = surveyor.survey();
    } catch (AppException e) {
      pause = interval.compareTo(AFTER_FAILURE) < 0 ? interval : AFTER_FAILURE;
      keepOrSay(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("Unexpected failure in the survey of the cluster", e);
    }
    schedule(pause);
  }

  /** Earlier results remain valid: a cluster does not change its system. */
  private void keepOrSay(String problem) {
    if (latest.groupsProblem() != null) {
      latest = ApiSurvey.none(problem);
    }
  }

  private void schedule(Duration delay) {
    try {
      ScheduledFuture<?> unused =
          executor.schedule(this::renew, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("The survey ends with the service");
    }
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "roadstead-survey");
    thread.setDaemon(true);
    return thread;
  }
}
