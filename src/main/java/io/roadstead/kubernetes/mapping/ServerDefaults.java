// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values that the API server fills in for fields of pod templates, Services and autoscalers
 * that were not sent (Kubernetes: pkg/apis/{core,apps,autoscaling}/…/defaults.go). They mean the
 * same as an unset field, so nothing is lost when they are not shown.
 */
public final class ServerDefaults {
  private static final String SPEC = "spec";
  private static final String[] CONTAINERS = {"containers", "initContainers"};
  private static final String[] PROBES = {"livenessProbe", "readinessProbe", "startupProbe"};
  private static final String[] SCALING = {"scaleUp", "scaleDown"};

  /**
   * The value of a field that means the same as none.
   *
   * @param places the enclosing fields in which the API server fills it in; elsewhere, a field with
   *     this value was sent, and removing it changes the object
   * @param everywhere whether it means the same as none in other places too
   */
  private record Default(String name, JsonNode value, Set<String> places, boolean everywhere) {
    Default in(String... more) {
      return new Default(name, value, Set.of(more), everywhere);
    }

    Default only(String... more) {
      return new Default(name, value, Set.of(more), false);
    }
  }

  private static final List<Default> ALL =
      List.of(
          text("apiVersion", "v1").in("fieldRef"),
          text("dnsPolicy", "ClusterFirst").in(SPEC),
          text("externalTrafficPolicy", "Cluster").in(SPEC),
          text("internalTrafficPolicy", "Cluster").in(SPEC),
          text("ipFamilyPolicy", "SingleStack").in(SPEC),
          text("nodeAffinityPolicy", "Honor"),
          text("nodeTaintsPolicy", "Ignore"),
          text("operator", "Equal"),
          text("protocol", "TCP").in("ports"),
          text("restartPolicy", "Always").in(SPEC),
          text("schedulerName", "default-scheduler").in(SPEC),
          text("scheme", "HTTP").in("httpGet"),
          text("path", "/").only("httpGet"),
          text("selectPolicy", "Max").in(SCALING),
          text("sessionAffinity", "None").in(SPEC),
          text("terminationMessagePath", "/dev/termination-log").in(CONTAINERS),
          text("terminationMessagePolicy", "File").in(CONTAINERS),
          text("divisor", "0").in("resourceFieldRef"),
          text("type", "ClusterIP").in(SPEC),
          text("type", "RollingUpdate").in("strategy"),
          text("type", "").only("hostPath"),
          text("imagePullPolicy", "Always"),
          text("imagePullPolicy", "IfNotPresent"),
          text("procMount", "Default"),
          text("service", "").in("grpc"),
          text("volumeMode", "Filesystem").only(SPEC),
          number("defaultMode", 420).in("configMap", "secret", "projected", "downwardAPI"),
          number("expirationSeconds", 3600).in("serviceAccountToken"),
          number("failureThreshold", 3).in(PROBES),
          number("minReadySeconds", 0),
          number("minReplicas", 1).only(SPEC),
          number("periodSeconds", 10).in(PROBES),
          number("progressDeadlineSeconds", 600).in(SPEC),
          number("revisionHistoryLimit", 10).in(SPEC),
          number("stabilizationWindowSeconds", 0).only("scaleUp"),
          number("successThreshold", 1).in(PROBES),
          number("terminationGracePeriodSeconds", 30).in(SPEC),
          number("timeoutSeconds", 1).in(PROBES),
          number("timeoutSeconds", 10_800).in("clientIP"),
          number("initialDelaySeconds", 0),
          flag("allocateLoadBalancerNodePorts", true).in(SPEC),
          flag("enableServiceLinks", true).in(SPEC),
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
          text("maxSurge", "25%").in("rollingUpdate"),
          text("maxUnavailable", "25%").in("rollingUpdate"),
          list("policies", policy("Pods", 4), policy("Percent", 100)).only("scaleUp"),
          list("policies", policy("Percent", 100)).only("scaleDown"),
          empty("securityContext").only(SPEC),
          empty("resources").only(CONTAINERS),
          empty("rollingUpdate").only("strategy"),
          empty("strategy").only(SPEC),
          empty("scaleUp").only("behavior"),
          empty("scaleDown").only("behavior"),
          empty("clientIP").only("sessionAffinityConfig"),
          empty("sessionAffinityConfig").only(SPEC));

  private static final Map<String, Set<JsonNode>> VALUES =
      ALL.stream()
          .filter(Default::everywhere)
          .collect(
              Collectors.groupingBy(
                  Default::name, Collectors.mapping(Default::value, Collectors.toSet())));

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

  /**
   * A copy without what the API server would fill in again, so that applying it changes nothing.
   *
   * @param place the field that has the value
   */
  static JsonNode notFilledIn(String place, JsonNode value) {
    if (value instanceof ArrayNode list) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      list.forEach(element -> copy.add(notFilledIn(place, element)));
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
              JsonNode kept = notFilledIn(entry.getKey(), entry.getValue());
              if (!isFilledIn(place, entry.getKey(), entry.getValue())
                  && !isFilledIn(place, entry.getKey(), kept)
                  && !follows(place, entry.getKey(), object)) {
                copy.set(entry.getKey(), kept);
              }
            });
    return copy;
  }

  private static boolean isFilledIn(String place, String name, JsonNode value) {
    return ALL.stream()
        .anyMatch(
            one ->
                one.name().equals(name)
                    && one.places().contains(place)
                    && one.value().equals(value));
  }

  /** Whether the API server fills a field in with what other fields of the object say. */
  private static boolean follows(String place, String name, ObjectNode object) {
    JsonNode value = object.get(name);
    return switch (name) {
      case "targetPort" -> place.equals("ports") && value.equals(object.get("port"));
      case "serviceAccount" -> place.equals(SPEC) && value.equals(object.get("serviceAccountName"));
      case "imagePullPolicy" ->
          List.of(CONTAINERS).contains(place)
              && value.asText().equals(pullPolicy(object.path("image").asText()));
      default -> false;
    };
  }

  /**
   * The pull policy that Kubernetes derives from an image, which may be malformed: without tag and
   * digest, it has the tag {@code latest}.
   */
  public static String pullPolicy(String image) {
    String name = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
    String last = name.substring(name.lastIndexOf('/') + 1);
    boolean latest = last.contains(":") ? last.endsWith(":latest") : name.equals(image);
    return latest ? "Always" : "IfNotPresent";
  }

  private static ObjectNode policy(String type, int value) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("value", value)
        .put("periodSeconds", 15);
  }

  private static Default list(String name, JsonNode... elements) {
    return of(name, JsonNodeFactory.instance.arrayNode().addAll(List.of(elements)));
  }

  private static Default empty(String name) {
    return of(name, JsonNodeFactory.instance.objectNode());
  }

  private static Default text(String name, String value) {
    return of(name, TextNode.valueOf(value));
  }

  private static Default number(String name, int value) {
    return of(name, IntNode.valueOf(value));
  }

  private static Default flag(String name, boolean value) {
    return of(name, BooleanNode.valueOf(value));
  }

  private static Default of(String name, JsonNode value) {
    return new Default(name, value, Set.of(), true);
  }
}
