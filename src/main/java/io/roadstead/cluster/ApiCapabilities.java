// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static io.roadstead.cluster.Availability.INSTALLED;
import static io.roadstead.cluster.Availability.NONE;
import static io.roadstead.cluster.Availability.UNKNOWN;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Capabilities that follow from what the API server serves. */
final class ApiCapabilities {
  static final String METRICS_GROUP = "metrics.k8s.io";
  static final String GATEWAY_GROUP = "gateway.networking.k8s.io";

  private ApiCapabilities() {}

  static Capability metrics(ClusterSystem system, ApiSurvey survey) {
    if (Boolean.TRUE.equals(survey.metrics())) {
      return found(List.of(), ClusterMessages.served(METRICS_GROUP));
    }
    if (survey.groupsProblem() != null) {
      return unknown(survey.groupsProblem());
    }
    String remedy = system.knowledge().metricsRemedy();
    if (!survey.groups().contains(METRICS_GROUP)) {
      return missing(ClusterMessages.notServed(METRICS_GROUP), remedy);
    }
    return survey.metrics() == null
        ? unknown(ClusterMessages.notAsked(METRICS_GROUP))
        : missing(ClusterMessages.silent(METRICS_GROUP), ClusterMessages.SILENT_METRICS_REMEDY);
  }

  static Capability autoscaling(Capability metrics) {
    return switch (metrics.availability()) {
      case BUILT_IN, INSTALLED -> found(List.of(), ClusterMessages.AUTOSCALING);
      case NONE -> missing(ClusterMessages.NO_AUTOSCALING, metrics.remedy());
      case UNKNOWN -> unknown(metrics.evidence());
    };
  }

  static Capability ingress(ClusterSystem system, ApiSurvey survey) {
    return classes(survey.ingressClasses(), "IngressClass", system.knowledge().ingressRemedy());
  }

  static Capability gatewayApi(ApiSurvey survey) {
    if (survey.groupsProblem() != null) {
      return unknown(survey.groupsProblem());
    }
    return survey.groups().contains(GATEWAY_GROUP)
        ? classes(survey.gatewayClasses(), "GatewayClass", ClusterMessages.GATEWAY_REMEDY)
        : missing(ClusterMessages.notServed(GATEWAY_GROUP), ClusterMessages.GATEWAY_API_REMEDY);
  }

  private static Capability classes(ApiSurvey.Classes classes, String kind, String remedy) {
    if (classes.problem() != null) {
      return unknown(classes.problem());
    }
    return classes.names().isEmpty()
        ? missing(ClusterMessages.noClass(kind), remedy)
        : found(classes.names(), ClusterMessages.classes(classes.names().size(), kind));
  }

  private static Capability found(List<String> names, String evidence) {
    return new Capability(INSTALLED, names, evidence, null);
  }

  private static Capability missing(String evidence, @Nullable String remedy) {
    return new Capability(NONE, List.of(), evidence, remedy);
  }

  private static Capability unknown(String evidence) {
    return new Capability(UNKNOWN, List.of(), evidence, null);
  }
}
