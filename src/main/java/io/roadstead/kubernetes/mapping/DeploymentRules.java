// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import static io.roadstead.kubernetes.mapping.Rules.field;
import static io.roadstead.kubernetes.mapping.Rules.group;
import static io.roadstead.kubernetes.mapping.Rules.list;
import static io.roadstead.kubernetes.mapping.Rules.units;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The settings of an app in the spec of its Deployment. */
final class DeploymentRules {
  private static final String POD = "template.spec.";

  private static final Rules UPDATE =
      Rules.of(
          new Strategy(),
          field("minReadySeconds", "minReadySeconds", 0),
          field("deadlineSeconds", "progressDeadlineSeconds", 600),
          field("revisionsKept", "revisionHistoryLimit", 10));

  private static final Rules SECURITY =
      SecurityRules.USER.and(
          field("fsGroup", "fsGroup"),
          field(
              "fsGroupChangePolicy",
              "fsGroupChangePolicy",
              Codecs.words("Always", "OnRootMismatch")),
          field("supplementalGroups", "supplementalGroups"),
          field(
              "supplementalGroupsPolicy",
              "supplementalGroupsPolicy",
              Codecs.words("Merge", "Strict")),
          list("sysctls", "sysctls", Rules.of(field("name", "name"), field("value", "value"))));

  /** The settings, relative to the spec of a Deployment. */
  static final Rules ALL =
      Rules.of(
          group("update", "", UPDATE),
          field("gracePeriodSeconds", POD + "terminationGracePeriodSeconds", 30),
          new PodSecurity(SECURITY),
          group("placement", "template.spec", PlacementRules.ALL),
          units("volumes", POD + "volumes", VolumeRules.ALL),
          field("shareProcessNamespace", POD + "shareProcessNamespace"),
          field("serviceLinks", POD + "enableServiceLinks", true),
          list(
              "readinessGates",
              POD + "readinessGates",
              Rules.of(field("conditionType", "conditionType"))));

  private DeploymentRules() {}

  /** The security context, and the token of the account beside it. */
  private record PodSecurity(Rules context) implements Rule {
    private static final String NAME = "security";
    private static final Rule TOKEN = field("accountToken", "automountServiceAccountToken");
    private static final String CONTEXT = "securityContext";

    @Override
    public @Nullable String setting(String path) {
      String inPod = path.startsWith(POD) ? path.substring(POD.length()) : "";
      String inContext =
          inPod.startsWith(CONTEXT + ".") ? inPod.substring(CONTEXT.length() + 1) : "";
      String setting = inContext.isEmpty() ? TOKEN.setting(inPod) : context.setting(inContext);
      return setting == null ? null : NAME + "." + setting;
    }

    @Override
    public void toKubernetes(JsonNode settings, ObjectNode spec) {
      JsonNode security = settings.get(NAME);
      if (security == null) {
        return;
      }
      ObjectNode pod = spec.withObject("/template/spec");
      TOKEN.toKubernetes(security, pod);
      ObjectNode sent = context.toKubernetes(security);
      if (!sent.isEmpty()) {
        pod.withObject("/" + CONTEXT).setAll(sent);
      }
    }

    @Override
    public void fromKubernetes(JsonNode spec, ObjectNode settings) {
      JsonNode pod = spec.path("template").path("spec");
      ObjectNode security = context.fromKubernetes(pod.path(CONTEXT));
      TOKEN.fromKubernetes(pod, security);
      if (!security.isEmpty()) {
        settings.set(NAME, security);
      }
    }
  }

  /** Parameters of a rolling update only exist in one (Kubernetes: DeploymentStrategy). */
  private record Strategy() implements Rule {
    private static final String STRATEGY = "strategy";
    private static final String PARAMETERS = STRATEGY + ".rollingUpdate.";

    @Override
    public @Nullable String setting(String path) {
      return path.startsWith(PARAMETERS)
          ? ROLLING.setting(path.substring(PARAMETERS.length()))
          : null;
    }

    private static final Rules ROLLING =
        Rules.of(
            field("maxSurge", "maxSurge", Codecs.NUMBER_OR_TEXT, "25%"),
            field("maxUnavailable", "maxUnavailable", Codecs.NUMBER_OR_TEXT, "25%"));

    @Override
    public void toKubernetes(JsonNode update, ObjectNode spec) {
      if (update.path("recreate").asBoolean()) {
        spec.putObject(STRATEGY).put("type", "Recreate");
        return;
      }
      ObjectNode rolling = ROLLING.toKubernetes(update);
      if (!rolling.isEmpty()) {
        spec.putObject(STRATEGY).put("type", "RollingUpdate").set("rollingUpdate", rolling);
      }
    }

    @Override
    public void fromKubernetes(JsonNode spec, ObjectNode update) {
      JsonNode strategy = spec.path(STRATEGY);
      if (strategy.path("type").asText().equals("Recreate")) {
        update.put("recreate", true);
        return;
      }
      update.setAll(ROLLING.fromKubernetes(strategy.path("rollingUpdate")));
    }
  }
}
