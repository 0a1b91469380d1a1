// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import jakarta.enterprise.context.ApplicationScoped;

/** The use cases on apps, the same for every transport. */
@ApplicationScoped
public class AppService {
  private final AppRepository repository;

  public AppService(AppRepository repository) {
    this.repository = repository;
  }

  /** Creates or changes an app; see {@link AppRepository#deploy}. */
  public WriteResult deploy(Caller caller, AppName name, AppSpec spec, WriteOptions options) {
    return repository.deploy(caller, name, withPorts(spec.validated()), options);
  }

  /** Changes parts of an app; see {@link AppRepository#update}. */
  public WriteResult update(Caller caller, AppName name, SpecChange change, WriteOptions options) {
    return repository.update(caller, name, new WithPorts(change), options);
  }

  /** The app, or NOT_FOUND. */
  public App get(Caller caller, AppName name) {
    return repository.find(caller, name).orElseThrow(() -> AppException.notFound(name));
  }

  public App.Page list(Caller caller, AppQuery query) {
    return repository.list(caller, query);
  }

  public AppStatus status(Caller caller, AppName name) {
    return get(caller, name).status();
  }

  /** The app with its exposure, or NOT_FOUND when it is not exposed. */
  public App exposed(Caller caller, AppName name) {
    App app = get(caller, name);
    if (app.spec().exposure() == null) {
      throw AppException.of(ErrorCode.NOT_FOUND, Messages.notExposed(name));
    }
    return app;
  }

  public App.PodPage pods(Caller caller, AppName name, PageRequest page) {
    return repository.pods(caller, name, page);
  }

  public LogicalView logicalView(Caller caller, AppName name) {
    return repository.logicalView(caller, name);
  }

  public PhysicalView physicalView(Caller caller, AppName name) {
    return repository.physicalView(caller, name);
  }

  public String manifests(Caller caller, AppName name) {
    return repository.manifests(caller, name);
  }

  /** Exposes an app; without ports, on the ports that its containers declare. */
  public WriteResult expose(Caller caller, AppName name, Exposure exposure, WriteOptions options) {
    return repository.expose(caller, name, exposure.validated(), options);
  }

  public WriteResult unexpose(Caller caller, AppName name, WriteOptions options) {
    return repository.unexpose(caller, name, options);
  }

  public WriteResult scale(Caller caller, AppName name, Scale scale, WriteOptions options) {
    return repository.scale(caller, name, scale.validated(), options);
  }

  public WriteResult stop(Caller caller, AppName name, WriteOptions options) {
    return repository.stop(caller, name, options);
  }

  public WriteResult start(Caller caller, AppName name, WriteOptions options) {
    return repository.start(caller, name, options);
  }

  /** Lets go of an app; see {@link AppRepository#release}. */
  public ReleaseResult release(Caller caller, AppName name, WriteOptions options) {
    return repository.release(caller, name, options);
  }

  public DeleteResult delete(
      Caller caller, AppName name, boolean foreground, WriteOptions options) {
    return repository.delete(caller, name, foreground, options);
  }

  private static AppSpec withPorts(AppSpec spec) {
    Exposure exposure = spec.exposure();
    if (exposure == null) {
      return spec;
    }
    return spec.with(exposure.resolvedFor(spec.containers()));
  }

  /** The same change, with the ports that an exposure leaves out. */
  private record WithPorts(SpecChange change) implements SpecChange {
    @Override
    public Result applyTo(AppSpec found) {
      Result result = change.applyTo(found);
      return new Result(withPorts(result.spec()), result.unexposed());
    }

    @Override
    public boolean keepsScale() {
      return change.keepsScale();
    }
  }
}
