// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;

/** The messages about the cluster: its system, its version and its capabilities, with remedies. */
final class ClusterMessages {
  private ClusterMessages() {}

  // System

  static String configured(ClusterSystem system) {
    return "roadstead.cluster.system says that this is " + system.displayName() + ".";
  }

  static String recognized(ClusterSystem system, Confidence confidence, String signs) {
    String verb = confidence == Confidence.HIGH ? "This is " : "This appears to be ";
    return verb + system.displayName() + ": " + signs + ".";
  }

  static String unrecognized(String hints) {
    return "Roadstead cannot tell which system created this cluster: "
        + (hints.isEmpty()
            ? "it shows no sign of a system that Roadstead knows"
            : "it shows only hints that several systems share: " + hints)
        + ".";
  }

  static final String UNRECOGNISED_REMEDY =
      " If you know the system, set roadstead.cluster.system.";

  static String onNodes(String sign, int nodes, int all) {
    return sign + " on %d of %d nodes".formatted(nodes, all);
  }

  static String nodesProblem(String problem) {
    return " The nodes could not be inspected: " + problem;
  }

  // Version

  static String unreadableVersion(String version) {
    return "Roadstead cannot parse the version '" + version + "'.";
  }

  static String tooOld(int oldestMinor) {
    return "Too old: Roadstead requires Kubernetes 1.%d or later.".formatted(oldestMinor);
  }

  static final String TESTED_VERSION = "The version that Roadstead is tested with.";

  static String skew(int skew, String tested, int oldestMinor) {
    String versions =
        Math.abs(skew) == 1 ? "One minor version" : Math.abs(skew) + " minor versions";
    return "%s %s than %s, the version that Roadstead is tested with. Roadstead uses only stable APIs that Kubernetes 1.%d already has."
        .formatted(versions, skew > 0 ? "newer" : "older", tested, oldestMinor);
  }

  // Load balancers

  static String builtIn(String system, String condition) {
    return system + " provides load balancers" + condition + ".";
  }

  static String seen(List<String> addOns) {
    return "Found in the cluster: " + String.join(", ", addOns) + ".";
  }

  static String balanced(String service) {
    return "The Service " + service + " has an address from a load balancer.";
  }

  static String possible(List<String> addOns) {
    return "Found in the cluster: "
        + String.join(", ", addOns)
        + ", which can be configured to provide load balancers.";
  }

  static final String NO_SIGN =
      "Found nothing that provides load balancers, but the cluster's system is unknown.";

  static String noBalancers(ClusterSystem system) {
    return system.displayName()
        + " has no load balancers of its own, and no add-on that provides them was found.";
  }

  // Metrics and autoscaling

  static String served(String group) {
    return "The API server serves " + group + ".";
  }

  static String notServed(String group) {
    return "The API server does not serve " + group + ".";
  }

  static String notAsked(String group) {
    return group + " is registered, but Roadstead is not permitted to query it.";
  }

  static String silent(String group) {
    return group + " is registered, but does not respond.";
  }

  static final String METRICS_REMEDY =
      "kubectl apply -f https://github.com/kubernetes-sigs/metrics-server/releases/latest/"
          + "download/components.yaml";
  static final String SILENT_METRICS_REMEDY =
      "kubectl -n kube-system get pods,apiservices | grep metrics";
  static final String AUTOSCALING = "The pod metrics that autoscaling needs are available.";
  static final String NO_AUTOSCALING =
      "Autoscaling needs pod metrics, which this cluster does not provide: an autoscaled app keeps"
          + " its current number of pods.";

  // Ingress and Gateway API

  static String classes(int count, String kind) {
    return count == 1
        ? "The cluster has 1 %s.".formatted(kind)
        : "The cluster has %d %ses.".formatted(count, kind);
  }

  static String noClass(String kind) {
    return "The cluster has no " + kind + ".";
  }

  static final String INGRESS_REMEDY = "Install an ingress controller.";
  static final String GATEWAY_REMEDY = "Install a Gateway API controller.";
  static final String GATEWAY_API_REMEDY =
      "Install the Gateway API (https://gateway-api.sigs.k8s.io/guides/).";
}
