// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.app.AppException;
import io.roadstead.app.AppName;
import io.roadstead.app.Caller;
import io.roadstead.app.WriteOptions;
import io.roadstead.kubernetes.client.ApiServer;
import io.roadstead.kubernetes.client.Deadline;
import io.roadstead.kubernetes.client.KubernetesConfig;
import io.roadstead.kubernetes.json.Yaml;
import io.roadstead.kubernetes.model.AutoscalerMapping;
import io.roadstead.kubernetes.model.ServiceMapping;
import io.roadstead.kubernetes.watch.Visibility;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the manifests of apps from the API server: the cache keeps no whole objects. Blocking; ends
 * by its own deadline.
 */
@Singleton
public final class ManifestReader {
  private static final Comparator<HasMetadata> BY_NAME =
      Comparator.comparing(object -> object.getMetadata().getName());

  private final Duration limit;
  private final LiveApps apps;

  @Inject
  public ManifestReader(ApiServer api, Visibility visibility, KubernetesConfig config) {
    this(api, visibility, config.writeDeadline());
  }

  ManifestReader(ApiServer api, Visibility visibility, Duration limit) {
    this.limit = limit;
    apps = new LiveApps(api, visibility);
  }

  /** One YAML document per object, in the order in which they are applied. NOT_FOUND. */
  public String read(Caller caller, AppName name) {
    Write read = new Write(caller, name, WriteOptions.DEFAULT, Deadline.after(limit));
    LiveApp app = apps.read(read);
    Deployment deployment = app.deployment();
    if (deployment == null) {
      throw AppException.notFound(name);
    }
    List<ObjectNode> documents = new ArrayList<>();
    // Pods can't start before what they mount.
    MountedObjects.made(apps, read, deployment.getSpec().getTemplate().getSpec())
        .map(Manifest::of)
        .forEach(documents::add);
    documents.add(deployment(app, deployment));
    Stream.concat(
            app.services().stream()
                .filter(service -> ServiceMapping.observed(service).selects(app.podLabels()))
                .sorted(BY_NAME),
            app.autoscalers().stream()
                .filter(found -> AutoscalerMapping.observed(found).scales(name.app()))
                .sorted(BY_NAME))
        .filter(object -> object.getMetadata().getDeletionTimestamp() == null)
        .map(Manifest::of)
        .forEach(documents::add);
    return Yaml.of(documents);
  }

  /**
   * Without the number of pods when an autoscaler sets it; it does not act on a stopped app. When
   * somebody applied a number, it stays: their next apply without one would reset it to 1.
   */
  private static ObjectNode deployment(LiveApp app, Deployment deployment) {
    ObjectNode manifest = Manifest.of(deployment);
    boolean stopped = Integer.valueOf(0).equals(deployment.getSpec().getReplicas());
    boolean applied = Managers.of(deployment).stream().anyMatch(Managers::appliesReplicas);
    if (app.scalingAutoscaler() != null && !stopped && !applied) {
      manifest.withObject("/spec").remove("replicas");
    }
    return manifest;
  }
}
