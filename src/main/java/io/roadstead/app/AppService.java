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
    return repository.deploy(
        caller, name, withPorts(spec.validated()), anyEtagResolved(caller, name, options));
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

  public App.PodPage pods(Caller caller, AppName name, PageRequest page) {
    return repository.pods(caller, name, page);
  }

  /** Exposes an app; without ports, on those that its containers declare. */
  public WriteResult expose(Caller caller, AppName name, Exposure exposure, WriteOptions options) {
    Exposure valid = exposure.validated();
    Exposure resolved = valid.resolvedFor(get(caller, name).spec().containers());
    return repository.expose(caller, name, resolved, anyEtagResolved(caller, name, options));
  }

  public WriteResult unexpose(Caller caller, AppName name, WriteOptions options) {
    return repository.unexpose(caller, name, anyEtagResolved(caller, name, options));
  }

  public WriteResult scale(Caller caller, AppName name, Scale scale, WriteOptions options) {
    return repository.scale(
        caller, name, scale.validated(), anyEtagResolved(caller, name, options));
  }

  public DeleteResult delete(
      Caller caller, AppName name, boolean foreground, WriteOptions options) {
    return repository.delete(caller, name, foreground, anyEtagResolved(caller, name, options));
  }

  /** RFC 9110, section 13.1.1: {@code *} holds for an app that exists, whatever its etag. */
  private WriteOptions anyEtagResolved(Caller caller, AppName name, WriteOptions options) {
    if (!WriteOptions.ANY_ETAG.equals(options.etag())) {
      return options;
    }
    if (repository.find(caller, name).isEmpty()) {
      throw AppException.of(
          ErrorCode.ETAG_MISMATCH,
          "App '%s' does not exist in namespace '%s', and the request asks for any existing one."
              .formatted(name.app(), name.namespace()));
    }
    return options.withoutEtag();
  }

  private static AppSpec withPorts(AppSpec spec) {
    Exposure exposure = spec.exposure();
    if (exposure == null) {
      return spec;
    }
    return new AppSpec(
        spec.containers(),
        spec.scale(),
        exposure.resolvedFor(spec.containers()),
        spec.labels(),
        spec.annotations(),
        spec.imagePullSecrets(),
        spec.serviceAccountName());
  }
}
