// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.kubernetes.client.ApiServer;
import io.roadstead.kubernetes.model.AutoscalerMapping;
import org.jspecify.annotations.Nullable;

/** Reads an app's objects from the API server, as the basis of a write. */
final class LiveApps {
  private final ApiServer api;

  LiveApps(ApiServer api) {
    this.api = api;
  }

  LiveApp read(Write write) {
    String name = write.name().app();
    @Nullable Deployment deployment = deployment(write);
    @Nullable Service service =
        api.<@Nullable Service>call(
            write.caller(),
            write.deadline(),
            client -> client.services().inNamespace(namespace(write)).withName(name).get());
    @Nullable HorizontalPodAutoscaler autoscaler =
        api.<@Nullable HorizontalPodAutoscaler>call(
            write.caller(),
            write.deadline(),
            client ->
                client
                    .autoscaling()
                    .v2()
                    .horizontalPodAutoscalers()
                    .inNamespace(namespace(write))
                    .withName(name)
                    .get());
    boolean another = deployment != null && scaledByAnother(write, deployment);
    return new LiveApp(deployment, service, autoscaler, another);
  }

  @Nullable Deployment deployment(Write write) {
    return api.<@Nullable Deployment>call(
        write.caller(),
        write.deadline(),
        client ->
            client
                .apps()
                .deployments()
                .inNamespace(namespace(write))
                .withName(write.name().app())
                .get());
  }

  /** Requested only when an autoscaler has written: almost no app has one with another name. */
  private boolean scaledByAnother(Write write, Deployment deployment) {
    boolean written =
        Managers.of(deployment).stream()
            .anyMatch(owner -> Managers.isAutoscaler(owner) && Managers.ownsReplicas(owner));
    String name = write.name().app();
    return written
        && api
            .call(
                write.caller(),
                write.deadline(),
                client ->
                    client
                        .autoscaling()
                        .v2()
                        .horizontalPodAutoscalers()
                        .inNamespace(namespace(write))
                        .list())
            .getItems()
            .stream()
            .map(AutoscalerMapping::observed)
            .anyMatch(found -> !found.meta().name().equals(name) && found.scales(name));
  }

  private static String namespace(Write write) {
    return write.name().namespace();
  }
}
