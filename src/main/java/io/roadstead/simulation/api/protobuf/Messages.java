// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.protobuf;

import static io.roadstead.simulation.api.protobuf.Field.Type.AMOUNT;
import static io.roadstead.simulation.api.protobuf.Field.Type.AMOUNT_MAP;
import static io.roadstead.simulation.api.protobuf.Field.Type.BYTES_MAP;
import static io.roadstead.simulation.api.protobuf.Field.Type.NUMBER;
import static io.roadstead.simulation.api.protobuf.Field.Type.NUMBER_OR_TEXT;
import static io.roadstead.simulation.api.protobuf.Field.Type.SET_NUMBER;
import static io.roadstead.simulation.api.protobuf.Field.Type.TEXT_MAP;
import static io.roadstead.simulation.api.protobuf.Field.Type.TRUTH;
import static io.roadstead.simulation.api.protobuf.Field.message;
import static io.roadstead.simulation.api.protobuf.Field.messages;
import static io.roadstead.simulation.api.protobuf.Field.of;
import static io.roadstead.simulation.api.protobuf.Field.text;
import static io.roadstead.simulation.api.protobuf.Field.texts;

import java.util.Map;

/**
 * The messages {@code kubectl} sends when it makes an object by itself, with the field numbers of
 * Kubernetes' published <a
 * href="https://github.com/kubernetes/api/blob/master/core/v1/generated.proto">proto files</a>.
 */
final class Messages {
  private static final Map<Integer, Field> METADATA =
      Map.of(
          1, text("name"),
          2, text("generateName"),
          3, text("namespace"),
          5, text("uid"),
          6, text("resourceVersion"),
          11, of("labels", TEXT_MAP),
          12, of("annotations", TEXT_MAP),
          14, texts("finalizers"));

  private static final Field OBJECT_META = message("metadata", METADATA);

  private static final Map<Integer, Field> SELECTOR =
      Map.of(
          1,
          of("matchLabels", TEXT_MAP),
          2,
          messages(
              "matchExpressions", Map.of(1, text("key"), 2, text("operator"), 3, texts("values"))));

  private static final Map<Integer, Field> CONTAINER =
      Map.of(
          1,
          text("name"),
          2,
          text("image"),
          3,
          texts("command"),
          4,
          texts("args"),
          5,
          text("workingDir"),
          6,
          messages(
              "ports",
              Map.of(
                  1, text("name"),
                  2, of("hostPort", NUMBER),
                  3, of("containerPort", NUMBER),
                  4, text("protocol"))),
          7,
          messages("env", Map.of(1, text("name"), 2, text("value"))),
          8,
          message("resources", Map.of(1, of("limits", AMOUNT_MAP), 2, of("requests", AMOUNT_MAP))),
          14,
          text("imagePullPolicy"));

  private static final Map<Integer, Field> POD_SPEC =
      Map.of(
          2, messages("containers", CONTAINER),
          3, text("restartPolicy"),
          4, of("terminationGracePeriodSeconds", SET_NUMBER),
          6, text("dnsPolicy"),
          7, of("nodeSelector", TEXT_MAP),
          8, text("serviceAccountName"),
          20, messages("initContainers", CONTAINER));

  private static final Map<Integer, Field> DEPLOYMENT_SPEC =
      Map.of(
          1,
          of("replicas", SET_NUMBER),
          2,
          message("selector", SELECTOR),
          3,
          message("template", Map.of(1, OBJECT_META, 2, message("spec", POD_SPEC))),
          4,
          message(
              "strategy",
              Map.of(
                  1,
                  text("type"),
                  2,
                  message(
                      "rollingUpdate",
                      Map.of(
                          1, of("maxUnavailable", NUMBER_OR_TEXT),
                          2, of("maxSurge", NUMBER_OR_TEXT))))),
          5,
          of("minReadySeconds", NUMBER),
          6,
          of("revisionHistoryLimit", SET_NUMBER),
          9,
          of("progressDeadlineSeconds", SET_NUMBER));

  private static final Map<Integer, Field> SERVICE_SPEC =
      Map.of(
          1,
          messages(
              "ports",
              Map.of(
                  1, text("name"),
                  2, text("protocol"),
                  3, of("port", NUMBER),
                  4, of("targetPort", NUMBER_OR_TEXT),
                  5, of("nodePort", NUMBER))),
          2,
          of("selector", TEXT_MAP),
          3,
          text("clusterIP"),
          4,
          text("type"),
          7,
          text("sessionAffinity"),
          10,
          text("externalName"));

  private static final Map<Integer, Field> METRIC =
      Map.of(
          1,
          text("type"),
          4,
          message(
              "resource",
              Map.of(
                  1,
                  text("name"),
                  2,
                  message(
                      "target",
                      Map.of(
                          1, text("type"),
                          2, of("value", AMOUNT),
                          3, of("averageValue", AMOUNT),
                          4, of("averageUtilization", SET_NUMBER))))));

  private static final Map<Integer, Field> AUTOSCALER_SPEC =
      Map.of(
          1,
          message(
              "scaleTargetRef", Map.of(1, text("kind"), 2, text("name"), 3, text("apiVersion"))),
          2,
          of("minReplicas", SET_NUMBER),
          3,
          of("maxReplicas", NUMBER),
          4,
          messages("metrics", METRIC));

  private static final Map<Integer, Field> ACCESS =
      Map.of(
          1,
          message(
              "resourceAttributes",
              Map.of(
                  1, text("namespace"),
                  2, text("verb"),
                  3, text("group"),
                  4, text("version"),
                  5, text("resource"),
                  6, text("subresource"),
                  7, text("name"))),
          2,
          message("nonResourceAttributes", Map.of(1, text("path"), 2, text("verb"))));

  private static final Map<Integer, Field> DELETE_OPTIONS =
      Map.of(
          1,
          of("gracePeriodSeconds", SET_NUMBER),
          2,
          message("preconditions", Map.of(1, text("uid"), 2, text("resourceVersion"))),
          4,
          text("propagationPolicy"),
          5,
          texts("dryRun"));

  /** The fields of each kind's message. */
  static final Map<String, Map<Integer, Field>> BY_KIND =
      Map.ofEntries(
          Map.entry("Deployment", object(DEPLOYMENT_SPEC)),
          Map.entry("Service", object(SERVICE_SPEC)),
          Map.entry("HorizontalPodAutoscaler", object(AUTOSCALER_SPEC)),
          Map.entry("SelfSubjectAccessReview", object(ACCESS)),
          Map.entry("SelfSubjectRulesReview", object(Map.of(1, text("namespace")))),
          Map.entry("SelfSubjectReview", Map.of(1, OBJECT_META)),
          Map.entry("Namespace", object(Map.of(1, texts("finalizers")))),
          Map.entry("ResourceQuota", object(Map.of(1, of("hard", AMOUNT_MAP)))),
          Map.entry(
              "ServiceAccount",
              Map.of(1, OBJECT_META, 3, messages("imagePullSecrets", Map.of(1, text("name"))))),
          Map.entry(
              "ConfigMap",
              Map.of(
                  1, OBJECT_META,
                  2, of("data", TEXT_MAP),
                  3, of("binaryData", BYTES_MAP),
                  4, of("immutable", TRUTH))),
          Map.entry(
              "Secret",
              Map.of(
                  1, OBJECT_META,
                  2, of("data", BYTES_MAP),
                  3, text("type"),
                  5, of("immutable", TRUTH))),
          Map.entry(
              "Eviction", Map.of(1, OBJECT_META, 2, message("deleteOptions", DELETE_OPTIONS))),
          Map.entry("DeleteOptions", DELETE_OPTIONS));

  private Messages() {}

  private static Map<Integer, Field> object(Map<Integer, Field> spec) {
    return Map.of(1, OBJECT_META, 2, message("spec", spec));
  }
}
