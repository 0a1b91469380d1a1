// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;

/** What callers read about the cluster: which system it is, what it can do, and how old it is. */
final class ClusterMessages {
  private ClusterMessages() {}

  // Which system

  static String configured(ClusterSystem system) {
    return "The configuration says that this is " + system.displayName() + ".";
  }

  static String recognised(ClusterSystem system, Confidence confidence, String signs) {
    String verb = confidence == Confidence.HIGH ? "This is " : "This seems to be ";
    return verb + system.displayName() + ": " + signs + ".";
  }

  static String unrecognised(String hints) {
    return "Which system made this cluster is not known: "
        + (hints.isEmpty()
            ? "it bears no mark of any system that is known here"
            : "it only has hints, which several systems share: " + hints)
        + ".";
  }

  static final String UNRECOGNISED_REMEDY = " If you know it, set roadstead.cluster.system.";

  static String onNodes(String sign, int nodes, int all) {
    return sign + " on %d of %d nodes".formatted(nodes, all);
  }

  static String nodesProblem(String problem) {
    return " The nodes could not be looked at: " + problem;
  }

  // Which version

  static String unreadableVersion(String version) {
    return "The version '" + version + "' can't be compared with others.";
  }

  static String tooOld(int oldestMinor) {
    return "Too old: Roadstead needs Kubernetes 1.%d or later.".formatted(oldestMinor);
  }

  static final String TESTED_VERSION = "The version that Roadstead is tested with.";

  static String skew(int skew, String tested, int oldestMinor) {
    String versions =
        Math.abs(skew) == 1 ? "One minor version" : Math.abs(skew) + " minor versions";
    return "%s %s than %s, which Roadstead is tested with; it uses stable APIs of 1.%d only."
        .formatted(versions, skew > 0 ? "newer" : "older", tested, oldestMinor);
  }

  // Load balancers

  static String builtIn(String system, String condition) {
    return system + " makes load balancers by itself" + condition + ".";
  }

  static String seen(List<String> addOns) {
    return String.join(", ", addOns) + " was seen in the cluster.";
  }

  static String balanced(String service) {
    return "The Service " + service + " has an address of a load balancer.";
  }

  static String possible(List<String> addOns) {
    return String.join(", ", addOns) + " is there, and may be set up to make load balancers.";
  }

  static final String NO_SIGN = "No sign of one was seen; the system of the cluster is not known.";

  static String noBalancers(ClusterSystem system) {
    return system.displayName() + " has none by itself, and no add-on that makes any was seen.";
  }

  // Metrics and autoscaling

  static String served(String group) {
    return "The API server serves " + group + ".";
  }

  static String notServed(String group) {
    return "The API server does not serve " + group + ".";
  }

  static String notAsked(String group) {
    return group + " is registered; nobody could ask it.";
  }

  static String silent(String group) {
    return group + " is registered, but does not answer.";
  }

  static final String METRICS_REMEDY =
      "kubectl apply -f https://github.com/kubernetes-sigs/metrics-server/releases/latest/"
          + "download/components.yaml";
  static final String SILENT_METRICS_REMEDY =
      "kubectl -n kube-system get pods,apiservices | grep metrics";
  static final String AUTOSCALING = "The metrics that it needs are there.";
  static final String NO_AUTOSCALING =
      "Autoscaling needs metrics of the pods, and there are none: an autoscaled app keeps its"
          + " number of pods.";

  // Ingress and Gateway API

  static String classes(int count, String kind) {
    return "The cluster has %d %s.".formatted(count, kind);
  }

  static String noClass(String kind) {
    return "There is no " + kind + ".";
  }

  static final String INGRESS_REMEDY = "Install an ingress controller.";
  static final String GATEWAY_REMEDY = "Install a controller for the Gateway API.";
  static final String GATEWAY_API_REMEDY =
      "Install the Gateway API (https://gateway-api.sigs.k8s.io/guides/).";
}
