// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.AppException;
import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Caller;
import io.roadstead.app.DeleteResult;
import io.roadstead.app.Exposure;
import io.roadstead.app.Scale;
import io.roadstead.app.WriteOptions;
import io.roadstead.kubernetes.client.ApiServer;
import io.roadstead.kubernetes.client.Deadline;
import io.roadstead.kubernetes.client.KubernetesConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Writes apps; see {@link io.roadstead.app.AppRepository} for what each method promises. Blocking;
 * every method ends by its own deadline.
 */
@Singleton
public final class AppWriter {
  private final Duration limit;
  private final Attempts attempts;
  private final Answers answers;
  private final DeployPlan deployPlan;
  private final ScalePlan scalePlan;
  private final ExposePlan exposePlan;
  private final Deletion deletion;

  @Inject
  public AppWriter(ApiServer api, Visibility visibility, KubernetesConfig config) {
    this(api, visibility, config.writeDeadline());
  }

  AppWriter(ApiServer api, Visibility visibility, Duration limit) {
    this.limit = limit;
    LiveApps apps = new LiveApps(api);
    Steps steps = new Steps(new ServerSideApplier(api));
    attempts = new Attempts(apps);
    answers = new Answers(visibility);
    scalePlan = new ScalePlan(steps);
    exposePlan = new ExposePlan(steps);
    deployPlan = new DeployPlan(steps, scalePlan, exposePlan);
    deletion = new Deletion(apps, steps, attempts, answers);
  }

  public Written deploy(Caller caller, AppName name, AppSpec spec, WriteOptions options) {
    Write write = begin(caller, name, options);
    try {
      return answers.written(
          write,
          attempts.run(
              write,
              (live, progress) -> deployPlan.steps(write, spec, live, progress),
              spec.scale() == null));
    } catch (AppException e) {
      throw EnvValues.hidden(spec.containers(), e);
    }
  }

  public Written expose(Caller caller, AppName name, Exposure exposure, WriteOptions options) {
    Write write = begin(caller, name, options);
    try {
      return answers.written(
          write,
          attempts.run(
              write, (live, progress) -> exposePlan.expose(write, exposure, live, progress), true));
    } catch (AppException e) {
      throw RelativeFields.below("exposure.", e);
    }
  }

  public Written unexpose(Caller caller, AppName name, WriteOptions options) {
    Write write = begin(caller, name, options);
    return answers.written(
        write,
        attempts.run(write, (live, progress) -> exposePlan.unexpose(write, live, progress), true));
  }

  public Written scale(Caller caller, AppName name, Scale scale, WriteOptions options) {
    Write write = begin(caller, name, options);
    return answers.written(
        write,
        attempts.run(
            write, (live, progress) -> scalePlan.scale(write, scale, live, progress), false));
  }

  public DeleteResult delete(
      Caller caller, AppName name, boolean foreground, WriteOptions options) {
    return deletion.delete(begin(caller, name, options), foreground);
  }

  private Write begin(Caller caller, AppName name, WriteOptions options) {
    return new Write(caller, name, options, Deadline.after(limit));
  }
}
