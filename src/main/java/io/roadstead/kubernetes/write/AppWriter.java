// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.AppException;
import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Caller;
import io.roadstead.app.DeleteResult;
import io.roadstead.app.Exposure;
import io.roadstead.app.ReleaseResult;
import io.roadstead.app.Scale;
import io.roadstead.app.SpecChange;
import io.roadstead.app.WriteOptions;
import io.roadstead.kubernetes.client.ApiServer;
import io.roadstead.kubernetes.client.Deadline;
import io.roadstead.kubernetes.client.KubernetesConfig;
import io.roadstead.kubernetes.watch.Visibility;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes apps; see {@link io.roadstead.app.AppRepository} for the contract of each method.
 * Blocking; every method ends by its own deadline.
 */
@Singleton
public final class AppWriter {
  private final Duration limit;
  private final Attempts attempts;
  private final Answers answers;

  @Inject
  public AppWriter(ApiServer api, Visibility visibility, KubernetesConfig config) {
    this(api, visibility, config.writeDeadline());
  }

  AppWriter(ApiServer api, Visibility visibility, Duration limit) {
    this.limit = limit;
    LiveApps apps = new LiveApps(api, visibility);
    attempts = new Attempts(apps, new ServerSideApplier(api));
    answers = new Answers(apps, visibility);
  }

  public Written deploy(Caller caller, AppName name, AppSpec spec, WriteOptions options) {
    Write write = begin(caller, name, options);
    try {
      return EnvValues.hidden(
          spec, written(write, plan -> Verbs.deploy(plan, spec), spec.scale() == null));
    } catch (AppException e) {
      throw EnvValues.hidden(spec, e);
    }
  }

  public Written update(Caller caller, AppName name, SpecChange change, WriteOptions options) {
    Write write = begin(caller, name, options);
    var wanted = new AtomicReference<@Nullable AppSpec>();
    Consumer<Plan> verb = plan -> wanted.set(Verbs.update(plan, change));
    try {
      Written written = written(write, verb, change.keepsScale());
      AppSpec spec = wanted.get();
      return spec == null ? written : EnvValues.hidden(spec, written);
    } catch (AppException e) {
      AppSpec spec = wanted.get();
      throw spec == null ? e : EnvValues.hidden(spec, e);
    }
  }

  public Written expose(Caller caller, AppName name, Exposure exposure, WriteOptions options) {
    Write write = begin(caller, name, options);
    try {
      return written(write, plan -> Verbs.expose(plan, exposure), true);
    } catch (AppException e) {
      throw RelativeFields.below("exposure.", e);
    }
  }

  public Written unexpose(Caller caller, AppName name, WriteOptions options) {
    return written(begin(caller, name, options), Verbs::unexpose, true);
  }

  public Written scale(Caller caller, AppName name, Scale scale, WriteOptions options) {
    return written(begin(caller, name, options), plan -> Verbs.scale(plan, scale), false);
  }

  public Written stop(Caller caller, AppName name, WriteOptions options) {
    return scale(caller, name, new Scale.Fixed(0), options);
  }

  public Written start(Caller caller, AppName name, WriteOptions options) {
    return written(begin(caller, name, options), Verbs::start, false);
  }

  public DeleteResult delete(
      Caller caller, AppName name, boolean foreground, WriteOptions options) {
    Write write = begin(caller, name, options);
    return answers.deleted(write, attempts.run(write, Verbs::delete, false), foreground);
  }

  public ReleaseResult release(Caller caller, AppName name, WriteOptions options) {
    Write write = begin(caller, name, options);
    return answers.released(write, attempts.run(write, Verbs::release, false));
  }

  private Written written(Write write, Consumer<Plan> verb, boolean keepsReplicas) {
    return answers.written(write, attempts.run(write, verb, keepsReplicas));
  }

  private Write begin(Caller caller, AppName name, WriteOptions options) {
    return new Write(caller, name, options, Deadline.after(limit));
  }
}
