// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.contract.RoadsteadClient.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a write accepts and warns about. */
abstract class WarningsContract extends OthersContract {
  private static final String OLD_LABEL = "beta.kubernetes.io/arch";

  private static final String OF_OLD_LABEL =
      "spec.template.spec.nodeSelector[%s]: deprecated since v1.14; use \"kubernetes.io/arch\" instead";

  private static final String PLACEMENT =
      "\"placement\": {\"nodeSelector\": {\"%s\": \"amd64\"}}".formatted(OLD_LABEL);

  @Test
  void warnsAboutPodsThatAreLargerThanEveryNode() {
    onBoth(
        s -> {
          String large = requesting("{\"cpu\": \"90000\"}");

          assertThat(codes(s.deploy(large, Options.VALIDATE_ONLY)))
              .containsExactly("LARGER_THAN_EVERY_NODE");
          Outcome deployed = s.deploy(large);

          assertThat(codes(deployed)).containsExactly("LARGER_THAN_EVERY_NODE");
          assertThat(deployed.text("/warnings/0/field")).isEqualTo("containers");
          assertThat(deployed.text("/warnings/0/message")).contains("cpu", "90000");
          assertThat(codes(s.deploy(requesting("{\"cpu\": \"100m\", \"memory\": \"64Mi\"}"))))
              .isEmpty();
        });
  }

  @Test
  void addsUpWhatThePodsContainersRequest() {
    onBoth(
        s -> {
          String half =
              ", \"resources\": {\"requests\": {\"memory\": \"%dGi\"}}}"
                  .formatted(largestMemoryInGi() * 2 / 3);
          String one = "{\"name\": \"one\", \"image\": \"luksa/kubia:1.0\"" + half;
          String two = "{\"name\": \"two\", \"image\": \"luksa/kubia:1.0\"" + half;

          assertThat(codes(s.deploy("{\"containers\": [" + one + "]}", Options.VALIDATE_ONLY)))
              .isEmpty();
          assertThat(
                  codes(
                      s.deploy(
                          "{\"containers\": [" + one + ", " + two + "]}", Options.VALIDATE_ONLY)))
              .containsExactly("LARGER_THAN_EVERY_NODE");
          assertThat(
                  codes(
                      s.deploy(
                          "{\"containers\": [" + one + "], \"initContainers\": [" + two + "]}",
                          Options.VALIDATE_ONLY)))
              .isEmpty();
        });
  }

  @Test
  void passesOnWhatTheApiServerWarnsAbout() {
    onBoth(
        s -> {
          String spec = ONE_CONTAINER.replaceFirst("\\{", "{" + PLACEMENT + ", ");

          assertThat(messages(s.deploy(spec, Options.VALIDATE_ONLY)))
              .containsExactly(OF_OLD_LABEL.formatted(OLD_LABEL));
          Outcome deployed = s.deploy(spec);

          assertThat(codes(deployed)).containsExactly("CLUSTER_WARNING");
          assertThat(messages(deployed)).containsExactly(OF_OLD_LABEL.formatted(OLD_LABEL));
          assertThat(codes(s.deploy(spec))).isEmpty();
          Outcome changed =
              s.update("{\"containers\": [{\"name\": \"web\", \"image\": \"luksa/kubia:2.0\"}]}");
          assertThat(messages(changed)).containsExactly(OF_OLD_LABEL.formatted(OLD_LABEL));
        });
  }

  @Test
  void hidesValuesInWhatTheApiServerWarnsAbout() {
    onBoth(
        s -> {
          String env = "\"env\": [{\"name\": \"LABEL\", \"value\": \"%s\"}]".formatted(OLD_LABEL);
          String init =
              "\"initContainers\": [{\"name\": \"setup\", \"image\": \"busybox:1.36\", %s}]"
                  .formatted(env);
          String files =
              "\"volumes\": [{\"name\": \"conf\", \"config\": {\"files\": {\"a.conf\": \"%s\\nx\"}}}]"
                  .formatted(OLD_LABEL);
          String plain = ONE_CONTAINER.replaceFirst("\\{", "{" + PLACEMENT + ", ");
          List<String> specs =
              List.of(
                  plain.replace("\"ports\"", env + ", \"ports\""),
                  "{" + init + ", " + plain.substring(1),
                  "{" + files + ", " + plain.substring(1));

          for (String spec : specs) {
            // The name of the ConfigMap of the files differs from app to app.
            Outcome tried = s.client.deploy(Session.NAMESPACE, s.app, spec, Options.VALIDATE_ONLY);
            assertThat(messages(tried)).containsExactly(OF_OLD_LABEL.formatted("***"));
          }
          assertThat(messages(s.deploy(specs.get(0))))
              .containsExactly(OF_OLD_LABEL.formatted("***"));
          Outcome changed = s.update("{\"labels\": {\"team\": \"a\"}}");
          assertThat(messages(changed)).doesNotContain(OF_OLD_LABEL.formatted(OLD_LABEL));
          String other =
              "{\"initContainers\": [{\"name\": \"setup\", \"image\": \"busybox:1.36\"}]}";
          assertThat(messages(s.update(other))).containsExactly(OF_OLD_LABEL.formatted("***"));
        });
  }

  @Test
  void warnsThatAGitOpsControllerKeepsAnAppThatIsAdopted() {
    Map<String, String> marks =
        Map.of(
            "annotations: {\"argocd.argoproj.io/tracking-id\": \"shop:apps/Deployment:default/web\"}",
            "Argo CD",
            "labels: {\"argocd.argoproj.io/instance\": shop}",
            "Argo CD",
            "labels: {\"kustomize.toolkit.fluxcd.io/name\": shop, \"kustomize.toolkit.fluxcd.io/namespace\": flux}",
            "Flux",
            "labels: {\"helm.toolkit.fluxcd.io/name\": shop, \"helm.toolkit.fluxcd.io/namespace\": flux}",
            "Flux");
    onBoth(
        s -> {
          marks.forEach(
              (mark, controller) -> {
                String app = s.app + "-" + Integer.toString(mark.hashCode() & 0xffff, 36);
                assertThat(adopt(s, app, mark, Options.ADOPT))
                    .singleElement()
                    .satisfies(
                        warning -> {
                          assertThat(warning.path("code").asText()).isEqualTo("KEPT_BY_GITOPS");
                          assertThat(warning.path("message").asText()).contains(controller);
                        });
              });
          assertThat(adopt(s, s.app, "labels: {team: shop}", Options.ADOPT)).isEmpty();
          s.trace().add("warned");
        });
  }

  private List<JsonNode> adopt(Session s, String app, String mark, Options options) {
    String yaml =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: NAME, namespace: default, MARK}
        spec:
          selector: {matchLabels: {app: NAME}}
          template:
            metadata: {labels: {app: NAME}}
            spec: {containers: [{name: web, image: "luksa/kubia:1.0"}]}
        """
            .replace("NAME", app)
            .replace("MARK", mark);
    make(s, yaml, Deployment.class);
    awaitSeen(s, app);
    String spec = s.client.get(Session.NAMESPACE, app).body().path("spec").toString();
    Outcome adopted = s.client.deploy(Session.NAMESPACE, app, spec, options);
    assertThat(adopted.reason()).isEmpty();
    assertThat(adopted.body().path("managed").asBoolean()).isTrue();
    return warnings(adopted);
  }

  private long largestMemoryInGi() {
    return cluster.nodes().list().getItems().stream()
        .map(node -> node.getStatus().getAllocatable().get("memory"))
        .mapToLong(memory -> memory.getNumericalAmount().longValue() >> 30)
        .max()
        .orElseThrow();
  }

  private static String requesting(String requests) {
    return ONE_CONTAINER.replace(
        "\"ports\"", "\"resources\": {\"requests\": " + requests + "}, \"ports\"");
  }

  private static List<JsonNode> warnings(Outcome outcome) {
    assertThat(outcome.reason()).isEmpty();
    List<JsonNode> warnings = new ArrayList<>();
    outcome.body().path("warnings").forEach(warnings::add);
    return warnings;
  }

  private static List<String> codes(Outcome outcome) {
    return warnings(outcome).stream().map(warning -> warning.path("code").asText()).toList();
  }

  private static List<String> messages(Outcome outcome) {
    return warnings(outcome).stream().map(warning -> warning.path("message").asText()).toList();
  }
}
