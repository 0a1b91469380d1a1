// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.survey;

import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIGroupList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.roadstead.app.AppException;
import io.roadstead.app.Caller;
import io.roadstead.app.ErrorCode;
import io.roadstead.cluster.ApiSurvey;
import io.roadstead.cluster.ApiSurvey.Classes;
import io.roadstead.kubernetes.client.ApiServer;
import io.roadstead.kubernetes.client.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the API server what it serves. Requests that are not permitted are skipped, and the survey
 * says why.
 */
final class ApiSurveyor {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String METRICS = "metrics.k8s.io";
  private static final String GATEWAY = "gateway.networking.k8s.io";

  /** No cluster has more classes in practice; the rest is ignored. */
  private static final ListOptions FIRST = new ListOptionsBuilder().withLimit(100L).build();

  private final ApiServer apiServer;

  ApiSurveyor(ApiServer apiServer) {
    this.apiServer = apiServer;
  }

  /**
   * Performs one survey. Blocks for a few seconds at most; {@link AppException} when not even the
   * groups are available.
   */
  ApiSurvey survey() {
    APIGroupList groups = call(KubernetesClient::getApiGroups);
    List<APIGroup> served = groups == null ? List.of() : groups.getGroups();
    return new ApiSurvey(
        served.stream().map(APIGroup::getName).collect(Collectors.toSet()),
        null,
        metrics(served),
        classes(
            "IngressClasses",
            client -> client.network().v1().ingressClasses().list(FIRST).getItems()),
        gatewayClasses(served),
        null);
  }

  /** Registration is not sufficient: the server behind it may be unavailable. */
  private @Nullable Boolean metrics(List<APIGroup> served) {
    String version = preferred(served, METRICS);
    if (version == null) {
      return false;
    }
    try {
      return call(client -> client.getApiResources(version)) != null;
    } catch (AppException e) {
      return e.code() == ErrorCode.PERMISSION_DENIED ? null : Boolean.FALSE;
    }
  }

  private Classes gatewayClasses(List<APIGroup> served) {
    String version = preferred(served, GATEWAY);
    if (version == null) {
      return new Classes(List.of(), null);
    }
    var kind =
        new ResourceDefinitionContext.Builder()
            .withGroup(GATEWAY)
            .withVersion(version.substring(GATEWAY.length() + 1))
            .withKind("GatewayClass")
            .withPlural("gatewayclasses")
            .withNamespaced(false)
            .build();
    return classes(
        "GatewayClasses", client -> client.genericKubernetesResources(kind).list(FIRST).getItems());
  }

  private Classes classes(
      String kinds, Function<KubernetesClient, ? extends List<? extends HasMetadata>> list) {
    try {
      List<? extends HasMetadata> found = call(list);
      return new Classes(
          found.stream().map(item -> item.getMetadata().getName()).sorted().toList(), null);
    } catch (AppException e) {
      return e.code() == ErrorCode.NOT_FOUND
          ? new Classes(List.of(), null)
          : new Classes(List.of(), kinds + " can't be listed: " + e.getMessage());
    }
  }

  /** Group and version as in {@code metrics.k8s.io/v1beta1}; null when it is not served. */
  private static @Nullable String preferred(List<APIGroup> served, String group) {
    return served.stream()
        .filter(found -> group.equals(found.getName()) && found.getPreferredVersion() != null)
        .map(found -> found.getPreferredVersion().getGroupVersion())
        .filter(version -> version != null && version.startsWith(group + "/"))
        .findFirst()
        .orElse(null);
  }

  private <T extends @Nullable Object> T call(Function<? super KubernetesClient, T> work) {
    return apiServer.call(Caller.SERVICE_ACCOUNT, Deadline.after(PATIENCE), work);
  }
}
