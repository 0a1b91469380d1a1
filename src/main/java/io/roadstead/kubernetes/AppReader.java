// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import io.roadstead.app.App;
import io.roadstead.app.AppException;
import io.roadstead.app.AppName;
import io.roadstead.app.AppQuery;
import io.roadstead.app.AppStatus;
import io.roadstead.app.LogicalView;
import io.roadstead.app.PageRequest;
import io.roadstead.app.PhysicalView;
import io.roadstead.kubernetes.model.DeploymentRecord;
import io.roadstead.kubernetes.model.ObjectKey;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.status.PodReader;
import io.roadstead.kubernetes.status.StatusReader;
import io.roadstead.kubernetes.view.ViewReader;
import io.roadstead.kubernetes.watch.ClusterCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads apps from the watched cache; it never calls the API server. A namespace that does not exist
 * has no apps here: namespaces are not watched.
 */
@ApplicationScoped
public class AppReader {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final ClusterCache cache;
  private final StatusReader statusReader;
  private final ViewReader viewReader;

  AppReader(ClusterCache cache, StatusReader statusReader, ViewReader viewReader) {
    this.cache = cache;
    this.statusReader = statusReader;
    this.viewReader = viewReader;
  }

  /** The app, managed or not. */
  public Optional<App> find(AppName name) {
    requireSynced();
    return cache.find(name).map(this::toApp);
  }

  /** A page of apps without their pods, ordered by namespace and name. */
  public App.Page list(AppQuery query) {
    LabelSelector selector = LabelSelector.parse(query.filter());
    String list = "apps\n" + query.namespace() + "\n" + query.filter();
    ObjectKey last = lastKey(list, query.page().token());
    requireSynced();
    List<App> apps = new ArrayList<>();
    String next = null;
    for (DeploymentRecord deployment : cache.deploymentsAfter(start(query.namespace(), last))) {
      String namespace = deployment.meta().namespace();
      if (query.namespace() != null && namespace.compareTo(query.namespace()) > 0) {
        break;
      }
      if (!isAsked(deployment, query.namespace(), selector)) {
        continue;
      }
      if (apps.size() == query.page().size()) {
        next = PageToken.of(list, key(apps.get(apps.size() - 1).name()));
        break;
      }
      apps.add(toListedApp(cache.observed(deployment)));
    }
    return new App.Page(apps, next, cache.freshness());
  }

  /** A page of an app's pods, ordered by name. */
  public App.PodPage pods(AppName name, PageRequest page) {
    String list = "pods\n" + name;
    String last = PageToken.lastKey(list, page.token());
    ObservedApp app = require(name);
    List<PodRecord> rest =
        app.pods().stream()
            .filter(pod -> last == null || pod.meta().name().compareTo(last) > 0)
            .limit(page.size() + 1L)
            .toList();
    List<PodRecord> found = rest.subList(0, Math.min(rest.size(), page.size()));
    String next =
        rest.size() > found.size()
            ? PageToken.of(list, found.get(found.size() - 1).meta().name())
            : null;
    return new App.PodPage(
        found.stream().map(pod -> PodReader.read(app, pod)).toList(), next, cache.freshness());
  }

  /** The objects of an app. NOT_FOUND. */
  public LogicalView logicalView(AppName name) {
    ObservedApp app = require(name);
    return viewReader.logical(app, cache.neighbourhood(app.deployment()));
  }

  /** Where an app runs. NOT_FOUND. */
  public PhysicalView physicalView(AppName name) {
    ObservedApp app = require(name);
    return viewReader.physical(app, cache.neighbourhood(app.deployment()));
  }

  /** The app as callers see it. */
  public App toApp(ObservedApp observed) {
    return app(observed, statusReader.read(observed));
  }

  /** CLUSTER_UNAVAILABLE until the whole cluster has been read once. */
  public void requireSynced() {
    if (!cache.synced()) {
      throw AppException.unavailable(
          "The cluster has not been read yet: "
              + cache.obstacle()
              + " The service keeps retrying; see its readiness at /q/health/ready.",
          RETRY_AFTER);
    }
  }

  private ObservedApp require(AppName name) {
    requireSynced();
    return cache.find(name).orElseThrow(() -> AppException.notFound(name));
  }

  private App toListedApp(ObservedApp observed) {
    return app(observed, statusReader.readWithoutPods(observed));
  }

  private static App app(ObservedApp observed, AppStatus status) {
    return new App(
        observed.name(),
        observed.deployment().meta().uid(),
        observed.managed(),
        observed.spec(),
        status,
        status.etag(),
        observed.deployment().meta().createTime(),
        observed.notShown());
  }

  private static boolean isAsked(
      DeploymentRecord deployment, @Nullable String namespace, LabelSelector selector) {
    return (namespace == null || namespace.equals(deployment.meta().namespace()))
        && AppName.isValid(deployment.meta().namespace(), deployment.meta().name())
        && selector.matches(deployment.labels());
  }

  private static @Nullable ObjectKey start(@Nullable String namespace, @Nullable ObjectKey last) {
    if (last != null) {
      return last;
    }
    // No object has an empty name, so this key is just before the namespace's first one.
    return namespace == null ? null : new ObjectKey(namespace, "");
  }

  private static @Nullable ObjectKey lastKey(String list, @Nullable String token) {
    String key = PageToken.lastKey(list, token);
    if (key == null || token == null) {
      return null;
    }
    int slash = key.indexOf('/');
    if (slash < 0) {
      throw PageToken.invalid(token);
    }
    return new ObjectKey(key.substring(0, slash), key.substring(slash + 1));
  }

  private static String key(AppName name) {
    return name.namespace() + "/" + name.app();
  }
}
