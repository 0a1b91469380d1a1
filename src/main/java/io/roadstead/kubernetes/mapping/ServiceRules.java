// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import static io.roadstead.kubernetes.mapping.Rules.field;
import static io.roadstead.kubernetes.mapping.Rules.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of an exposure in the spec of a Service. */
final class ServiceRules {
  private static final Codec POLICY = Codecs.words("Cluster", "Local");
  private static final int DEFAULT_AFFINITY_SECONDS = 10_800;

  static final Rules ALL =
      Rules.of(
          field("sessionAffinity", "sessionAffinity", Codecs.words("None", "ClientIP"), "None"),
          new Field(
              "sessionAffinitySeconds",
              List.of("sessionAffinityConfig", "clientIP", "timeoutSeconds"),
              Codecs.SAME,
              IntNode.valueOf(DEFAULT_AFFINITY_SECONDS)),
          group(
              "trafficPolicy",
              "",
              Rules.of(
                  field("external", "externalTrafficPolicy", POLICY, "Cluster"),
                  field("internal", "internalTrafficPolicy", POLICY, "Cluster"))),
          field("sourceRanges", "loadBalancerSourceRanges"),
          field("loadBalancerClass", "loadBalancerClass"),
          field("loadBalancerIp", "loadBalancerIP"),
          field("allocateNodePorts", "allocateLoadBalancerNodePorts", true),
          field("publishNotReadyAddresses", "publishNotReadyAddresses"),
          field(
              "ipFamilyPolicy",
              "ipFamilyPolicy",
              Codecs.words("SingleStack", "PreferDualStack", "RequireDualStack"),
              "SingleStack"),
          field("ipFamilies", "ipFamilies", new Families()),
          field(
              "trafficDistribution",
              "trafficDistribution",
              Codecs.words("PreferClose", "PreferSameZone", "PreferSameNode")),
          new Headless());

  private ServiceRules() {}

  /** The API server assigns them when they are not sent; IPv4 comes first nearly everywhere. */
  private record Families() implements Codec {
    @Override
    public JsonNode toKubernetes(JsonNode value) {
      return value;
    }

    @Override
    public @Nullable JsonNode fromKubernetes(JsonNode value) {
      return value.path(0).asText().equals("IPv6") ? value : null;
    }
  }

  /** A Service without an address of its own (Kubernetes: "Headless Services"). */
  private record Headless() implements Rule {
    private static final String NAME = "headless";
    private static final String NONE = "None";

    @Override
    public void toKubernetes(JsonNode settings, ObjectNode spec) {
      if (settings.path(NAME).asBoolean()) {
        spec.put("clusterIP", NONE);
      }
    }

    @Override
    public void fromKubernetes(JsonNode spec, ObjectNode settings) {
      if (spec.path("clusterIP").asText().equals(NONE)) {
        settings.put(NAME, true);
      }
    }
  }
}
