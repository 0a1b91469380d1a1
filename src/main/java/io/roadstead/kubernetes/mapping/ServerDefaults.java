// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values that the API server fills in for fields of pod templates, Services and autoscalers
 * that were not sent (Kubernetes: pkg/apis/{core,apps,autoscaling}/…/defaults.go). They mean the
 * same as an unset field, so nothing is lost when they are not shown.
 */
final class ServerDefaults {
  private static final Map<String, Set<JsonNode>> VALUES =
      Map.ofEntries(
          text("apiVersion", "v1"),
          text("dnsPolicy", "ClusterFirst"),
          text("externalTrafficPolicy", "Cluster"),
          text("internalTrafficPolicy", "Cluster"),
          text("ipFamilyPolicy", "SingleStack"),
          text("nodeAffinityPolicy", "Honor"),
          text("nodeTaintsPolicy", "Ignore"),
          text("operator", "Equal"),
          text("protocol", "TCP"),
          text("restartPolicy", "Always"),
          text("schedulerName", "default-scheduler"),
          text("scheme", "HTTP"),
          text("selectPolicy", "Max"),
          text("sessionAffinity", "None"),
          text("terminationMessagePath", "/dev/termination-log"),
          text("terminationMessagePolicy", "File"),
          text("divisor", "0"),
          text("type", "ClusterIP", "RollingUpdate"),
          text("imagePullPolicy", "Always", "IfNotPresent"),
          text("procMount", "Default"),
          text("service", ""),
          number("defaultMode", 420),
          number("expirationSeconds", 3600),
          number("failureThreshold", 3),
          number("minReadySeconds", 0),
          number("periodSeconds", 10),
          number("progressDeadlineSeconds", 600),
          number("revisionHistoryLimit", 10),
          number("successThreshold", 1),
          number("terminationGracePeriodSeconds", 30),
          number("timeoutSeconds", 1, 10_800),
          number("initialDelaySeconds", 0),
          flag("allocateLoadBalancerNodePorts", true),
          flag("enableServiceLinks", true),
          flag("hostIPC", false),
          flag("hostNetwork", false),
          flag("hostPID", false),
          flag("optional", false),
          flag("paused", false),
          flag("publishNotReadyAddresses", false),
          flag("readOnly", false),
          flag("shareProcessNamespace", false),
          flag("stdin", false),
          flag("stdinOnce", false),
          flag("tty", false),
          Map.entry("maxSurge", Set.of(TextNode.valueOf("25%"))),
          Map.entry("maxUnavailable", Set.of(TextNode.valueOf("25%"))));

  /** Objects whose presence means something even when they are empty. */
  private static final Set<String> MEANINGFUL_WHEN_EMPTY =
      Set.of("emptyDir", "labelSelector", "namespaceSelector");

  private ServerDefaults() {}

  /** Whether a field with this value means the same as an unset one. */
  static boolean is(String name, JsonNode value) {
    boolean empty =
        value.isNull()
            || (value.isContainerNode()
                && value.isEmpty()
                && !MEANINGFUL_WHEN_EMPTY.contains(name));
    return empty || VALUES.getOrDefault(name, Set.of()).contains(value);
  }

  /** A copy without them. */
  static JsonNode without(JsonNode value) {
    if (value instanceof ArrayNode list) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      list.forEach(element -> copy.add(without(element)));
      return copy;
    }
    if (!(value instanceof ObjectNode object)) {
      return value;
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    object
        .properties()
        .forEach(
            entry -> {
              if (!is(entry.getKey(), entry.getValue())) {
                copy.set(entry.getKey(), without(entry.getValue()));
              }
            });
    return copy;
  }

  private static Map.Entry<String, Set<JsonNode>> text(String name, String... values) {
    return Map.entry(
        name, Arrays.stream(values).map(TextNode::valueOf).collect(Collectors.toUnmodifiableSet()));
  }

  private static Map.Entry<String, Set<JsonNode>> number(String name, int... values) {
    return Map.entry(
        name,
        Arrays.stream(values).mapToObj(IntNode::valueOf).collect(Collectors.toUnmodifiableSet()));
  }

  private static Map.Entry<String, Set<JsonNode>> flag(String name, boolean value) {
    return Map.entry(name, Set.of(BooleanNode.valueOf(value)));
  }
}
