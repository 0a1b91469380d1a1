// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.StatusCause;
import java.util.List;
import java.util.Set;

/** The rules of the name resolution of a pod. */
final class DnsValidation {
  private static final Set<String> POLICIES =
      Set.of("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None");
  private static final int MAX_SERVERS = 3;

  private DnsValidation() {}

  static void checkPolicy(String field, String policy, List<StatusCause> causes) {
    if (!POLICIES.contains(policy)) {
      String supported = "\"ClusterFirstWithHostNet\", \"ClusterFirst\", \"Default\", \"None\"";
      causes.add(StatusCause.unsupported(field, policy, supported));
    }
  }

  static void checkConfig(String field, JsonNode spec, List<StatusCause> causes) {
    JsonNode config = spec.path("dnsConfig");
    boolean none = spec.path("dnsPolicy").asText().equals("None");
    if (none && config.isMissingNode()) {
      String rule = "must provide `dnsConfig` when `dnsPolicy` is None";
      causes.add(StatusCause.required(field, rule));
      return;
    }
    JsonNode servers = config.path("nameservers");
    if (none && servers.isEmpty()) {
      String rule = "must provide at least one DNS nameserver when `dnsPolicy` is None";
      causes.add(StatusCause.required(field + ".nameservers", rule));
    }
    if (servers.size() > MAX_SERVERS) {
      causes.add(
          new StatusCause(
              "FieldValueInvalid",
              field + ".nameservers",
              "Invalid value: " + servers + ": must not have more than 3 nameservers"));
    }
    for (int i = 0; i < servers.size(); i++) {
      IpAddresses.check(field + ".nameservers[" + i + "]", servers.path(i).asText(), causes);
    }
    JsonNode options = config.path("options");
    for (int i = 0; i < options.size(); i++) {
      if (options.path(i).path("name").asText("").isEmpty()) {
        causes.add(StatusCause.required(field + ".options[" + i + "]", "must not be empty"));
      }
    }
  }

  static void checkHosts(String field, JsonNode aliases, List<StatusCause> causes) {
    for (int i = 0; i < aliases.size(); i++) {
      String path = field + "[" + i + "]";
      IpAddresses.check(path + ".ip", aliases.path(i).path("ip").asText(""), causes);
      JsonNode names = aliases.path(i).path("hostnames");
      for (int j = 0; j < names.size(); j++) {
        Names.SUBDOMAIN.check(path + ".hostnames[" + j + "]", names.path(j).asText(), causes);
      }
    }
  }
}
