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
      return found(List.of(), "The API server serves " + METRICS_GROUP + ".");
    }
    if (survey.groupsProblem() != null) {
      return unknown(survey.groupsProblem());
    }
    String remedy = metricsRemedy(system);
    if (!survey.groups().contains(METRICS_GROUP)) {
      return missing("The API server does not serve " + METRICS_GROUP + ".", remedy);
    }
    return survey.metrics() == null
        ? unknown(METRICS_GROUP + " is registered; nobody could ask it.")
        : missing(
            METRICS_GROUP + " is registered, but does not answer.",
            "kubectl -n kube-system get pods,apiservices | grep metrics");
  }

  static Capability autoscaling(Capability metrics) {
    return switch (metrics.availability()) {
      case BUILT_IN, INSTALLED -> found(List.of(), "The metrics that it needs are there.");
      case NONE ->
          missing(
              "Autoscaling needs metrics of the pods, and there are none: an autoscaled app keeps"
                  + " its number of pods.",
              metrics.remedy());
      case UNKNOWN -> unknown(metrics.evidence());
    };
  }

  static Capability ingress(ClusterSystem system, ApiSurvey survey) {
    return classes(
        survey.ingressClasses(),
        "IngressClass",
        system == ClusterSystem.MINIKUBE
            ? "minikube addons enable ingress"
            : "Install an ingress controller.");
  }

  static Capability gatewayApi(ApiSurvey survey) {
    if (survey.groupsProblem() != null) {
      return unknown(survey.groupsProblem());
    }
    return survey.groups().contains(GATEWAY_GROUP)
        ? classes(
            survey.gatewayClasses(), "GatewayClass", "Install a controller for the Gateway API.")
        : missing(
            "The API server does not serve " + GATEWAY_GROUP + ".",
            "Install the Gateway API (https://gateway-api.sigs.k8s.io/guides/).");
  }

  private static Capability classes(ApiSurvey.Classes classes, String kind, String remedy) {
    if (classes.problem() != null) {
      return unknown(classes.problem());
    }
    return classes.names().isEmpty()
        ? missing("There is no " + kind + ".", remedy)
        : found(classes.names(), "The cluster has %d %s.".formatted(classes.names().size(), kind));
  }

  private static String metricsRemedy(ClusterSystem system) {
    return switch (system) {
      case MINIKUBE -> "minikube addons enable metrics-server";
      case MICROK8S -> "microk8s enable metrics-server";
      default ->
          "kubectl apply -f https://github.com/kubernetes-sigs/metrics-server/releases/latest/"
              + "download/components.yaml";
    };
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
