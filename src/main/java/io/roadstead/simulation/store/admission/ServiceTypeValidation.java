// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.Set;

/** The rules of the fields of a Service that only some types of Services have. */
final class ServiceTypeValidation {
  private static final Set<String> POLICIES = Set.of("Cluster", "Local");
  private static final Set<String> AFFINITIES = Set.of("ClientIP", "None");
  private static final int MAX_AFFINITY_SECONDS = 86400;
  private static final String ONLY_BALANCER = "may only be used when `type` is 'LoadBalancer'";

  private ServiceTypeValidation() {}

  static void check(JsonNode spec, List<StatusCause> causes) {
    String type = ServiceDefaults.type(spec);
    if (type.equals("ExternalName")) {
      checkExternalName(spec, causes);
    } else {
      checkAddress(type, spec.path("clusterIP").asText(""), causes);
    }
    checkAffinity(spec, causes);
    JsonNode externals = spec.path("externalIPs");
    for (int i = 0; i < externals.size(); i++) {
      checkExternal("spec.externalIPs[" + i + "]", externals.path(i).asText(), causes);
    }
    checkBalancer(type, spec, causes);
    checkTraffic(spec, causes);
    checkFamilies(spec, causes);
  }

  private static void checkExternalName(JsonNode spec, List<StatusCause> causes) {
    if (!spec.path("clusterIP").asText("").isEmpty()) {
      String rule = "may not be set for ExternalName services";
      causes.add(StatusCause.forbidden("spec.clusterIPs", rule));
    }
    String name = spec.path("externalName").asText("");
    if (name.isEmpty()) {
      causes.add(StatusCause.required("spec.externalName", ""));
    } else {
      String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
      Names.SUBDOMAIN.check("spec.externalName", bare, causes);
    }
  }

  private static void checkAddress(String type, String address, List<StatusCause> causes) {
    if (address.equals("None")) {
      if (!type.equals("ClusterIP")) {
        String rule = "may not be set to 'None' for " + type + " services";
        causes.add(StatusCause.invalid("spec.clusterIPs[0]", address, rule));
      }
      return;
    }
    if (!address.isEmpty()) {
      IpAddresses.check("spec.clusterIPs[0]", address, causes);
    }
  }

  private static void checkAffinity(JsonNode spec, List<StatusCause> causes) {
    String affinity = spec.path("sessionAffinity").asText("");
    if (!AFFINITIES.contains(affinity)) {
      String supported = "\"ClientIP\", \"None\"";
      causes.add(StatusCause.unsupported("spec.sessionAffinity", affinity, supported));
    }
    JsonNode timeout = spec.path("sessionAffinityConfig").path("clientIP").path("timeoutSeconds");
    boolean wrong = timeout.asInt() <= 0 || timeout.asInt() > MAX_AFFINITY_SECONDS;
    if (!timeout.isMissingNode() && wrong) {
      causes.add(
          StatusCause.invalid(
              "spec.sessionAffinityConfig.clientIP.timeoutSeconds",
              timeout.asInt(),
              "must be greater than 0 and less than " + MAX_AFFINITY_SECONDS));
    }
  }

  private static void checkExternal(String field, String address, List<StatusCause> causes) {
    IpAddresses.check(field, address, causes);
    if (address.startsWith("127.") || address.equals("::1")) {
      String rule = "may not be in the loopback range (127.0.0.0/8, ::1/128)";
      causes.add(StatusCause.invalid(field, address, rule));
    }
  }

  private static void checkBalancer(String type, JsonNode spec, List<StatusCause> causes) {
    boolean balanced = type.equals("LoadBalancer");
    JsonNode ranges = spec.path("loadBalancerSourceRanges");
    if (!balanced && !ranges.isEmpty()) {
      causes.add(StatusCause.forbidden("spec.LoadBalancerSourceRanges", ONLY_BALANCER));
    } else {
      for (int i = 0; i < ranges.size(); i++) {
        String field = "spec.LoadBalancerSourceRanges[" + i + "]";
        IpAddresses.checkRange(field, ranges.path(i).asText().strip(), causes);
      }
    }
    if (!balanced && spec.has("allocateLoadBalancerNodePorts")) {
      causes.add(StatusCause.forbidden("spec.allocateLoadBalancerNodePorts", ONLY_BALANCER));
    }
    if (spec.has("loadBalancerClass")) {
      if (!balanced) {
        causes.add(StatusCause.forbidden("spec.loadBalancerClass", ONLY_BALANCER));
      } else {
        String name = spec.path("loadBalancerClass").asText();
        Names.checkQualified("spec.loadBalancerClass", name, causes);
      }
    }
    int health = spec.path("healthCheckNodePort").asInt();
    if (health != 0 && !ServiceDefaults.needsHealthCheck(spec)) {
      causes.add(
          StatusCause.invalid(
              "spec.healthCheckNodePort",
              health,
              "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is"
                  + " 'Local'"));
    }
  }

  private static void checkTraffic(JsonNode spec, List<StatusCause> causes) {
    String supported = "\"Cluster\", \"Local\"";
    String external = spec.path("externalTrafficPolicy").asText("");
    if (!external.isEmpty() && !ServiceDefaults.isExternal(spec)) {
      String rule = "may only be set for externally-accessible services";
      causes.add(StatusCause.invalid("spec.externalTrafficPolicy", external, rule));
    } else if (!external.isEmpty() && !POLICIES.contains(external)) {
      causes.add(StatusCause.unsupported("spec.externalTrafficPolicy", external, supported));
    }
    String internal = spec.path("internalTrafficPolicy").asText("");
    if (!internal.isEmpty() && !POLICIES.contains(internal)) {
      causes.add(StatusCause.unsupported("spec.internalTrafficPolicy", internal, supported));
    }
  }

  /** The cluster has IPv4 addresses only. */
  private static void checkFamilies(JsonNode spec, List<StatusCause> causes) {
    boolean selectorless = spec.path("clusterIP").asText().equals("None") && !spec.has("selector");
    if (selectorless) {
      return;
    }
    String policy = spec.path("ipFamilyPolicy").asText("");
    if (policy.equals("RequireDualStack")) {
      String rule = "this cluster is not configured for dual-stack services";
      causes.add(StatusCause.invalid("spec.ipFamilyPolicy", policy, rule));
    }
    JsonNode families = spec.path("ipFamilies");
    for (int i = 0; i < families.size(); i++) {
      if (families.path(i).asText().equals("IPv6")) {
        String field = "spec.ipFamilies[" + i + "]";
        causes.add(StatusCause.invalid(field, "IPv6", "not configured on this cluster"));
      }
    }
  }
}
