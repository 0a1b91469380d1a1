// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.contract.RoadsteadClient.Options;
import org.junit.jupiter.api.Test;

/** Apps with names that new apps can't have. */
abstract class NamesContract extends OthersContract {
  private static final int LONGEST_SERVICE = 63;

  @Test
  void worksOnAnAppWithDotsInItsName() {
    onBoth(s -> live(s, s.app + ".example.com", s.app + "-example-com"));
  }

  @Test
  void worksOnAnAppWhoseNameBeginsWithADigit() {
    onBoth(s -> live(s, "7-" + s.app, "app-7-" + s.app));
  }

  @Test
  void worksOnAnAppWithALongName() {
    onBoth(
        s -> {
          String name = s.app + "." + "long-name-".repeat(22) + "end";
          String service = live(s, name, null);
          assertThat(service).startsWith(s.app + "-long-name-").hasSize(LONGEST_SERVICE);
          String other = live(s, name + "-too", null);
          assertThat(other).hasSize(LONGEST_SERVICE).isNotEqualTo(service);
        });
  }

  @Test
  void makesNoServiceOfANameThatIsTaken() {
    onBoth(
        s -> {
          s.deploy(exposed());
          String dotted = s.app.replace("-", ".");
          adopt(s, dotted);

          Outcome exposed =
              s.client.expose(Session.NAMESPACE, dotted, "{\"type\": \"INTERNAL\"}", Options.NONE);

          assertThat(exposed.reason()).isEqualTo("FAILED_PRECONDITION");
          assertThat(s.status().text("/exposure/service")).isEqualTo(s.app);
          assertThat(s.client.delete(Session.NAMESPACE, dotted, false, Options.NONE).ok()).isTrue();
          assertThat(s.get().text("/spec/exposure/type")).isEqualTo("INTERNAL");
        });
  }

  private static String exposed() {
    return ONE_CONTAINER.replaceFirst("\\{", "{\"exposure\": {\"type\": \"INTERNAL\"}, ");
  }

  /** Adopts an app, changes all there is to change, and returns the name of its Service. */
  private String live(Session s, String name, String service) {
    adopt(s, name);
    assertThat(
            refusal(
                s.client.expose(Session.NAMESPACE, name, "{\"type\": \"INTERNAL\"}", Options.NONE)))
        .isEqualTo("[]");
    String found = s.client.status(Session.NAMESPACE, name).text("/exposure/service");
    if (service != null) {
      assertThat(found).isEqualTo(service);
    }
    assertThat(cluster.services().inNamespace(Session.NAMESPACE).withName(found).get()).isNotNull();
    String volumes =
        "{\"volumes\": [{\"name\": \"conf\", \"config\": {\"files\": {\"a\": \"one\"}}},"
            + " {\"name\": \"data\", \"claim\": {\"size\": \"1Mi\"}}]}";
    assertThat(refusal(s.client.update(Session.NAMESPACE, name, volumes, Options.NONE)))
        .isEqualTo("[]");
    assertThat(
            refusal(
                s.client.scale(
                    Session.NAMESPACE,
                    name,
                    "{\"autoscaling\": {\"minReplicas\": 1, \"maxReplicas\": 2, \"targetCpuPercent\": 50}}",
                    Options.NONE)))
        .isEqualTo("[]");
    assertThat(refusal(s.client.stop(Session.NAMESPACE, name, Options.NONE))).isEqualTo("[]");
    assertThat(refusal(s.client.start(Session.NAMESPACE, name, Options.NONE))).isEqualTo("[]");
    assertThat(s.client.manifests(Session.NAMESPACE, name).text("/manifests"))
        .contains("kind: ConfigMap", "kind: PersistentVolumeClaim", "kind: Service");
    assertThat(refusal(s.client.unexpose(Session.NAMESPACE, name, Options.NONE))).isEqualTo("[]");
    assertThat(
            refusal(
                s.client.expose(Session.NAMESPACE, name, "{\"type\": \"INTERNAL\"}", Options.NONE)))
        .isEqualTo("[]");
    assertThat(refusal(s.client.delete(Session.NAMESPACE, name, false, Options.NONE)))
        .isEqualTo("[]");
    await()
        .atMost(Session.PATIENCE)
        .until(
            () -> cluster.services().inNamespace(Session.NAMESPACE).withName(found).get() == null);
    cluster
        .persistentVolumeClaims()
        .inNamespace(Session.NAMESPACE)
        .withName(name + "-data")
        .delete();
    s.trace().add("lived");
    return found;
  }

  private static String refusal(Outcome outcome) {
    return outcome.reason() + outcome.fields();
  }

  private void adopt(Session s, String name) {
    make(s, name);
    awaitSeen(s, name);
    takeOver(s, name);
  }

  private static void takeOver(Session s, String name) {
    String spec = s.client.get(Session.NAMESPACE, name).body().path("spec").toString();
    Outcome adopted = s.client.deploy(Session.NAMESPACE, name, spec, Options.ADOPT);
    assertThat(refusal(adopted)).as("adopted").isEqualTo("[]");
  }

  private static String label(String name) {
    return "p" + Integer.toString(name.hashCode() & 0xfffffff, 36);
  }

  private void make(Session s, String name) {
    String yaml =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: NAME, namespace: default}
        spec:
          selector: {matchLabels: {made: LABEL}}
          template:
            metadata: {labels: {made: LABEL}}
            spec:
              containers: [{name: web, image: "luksa/kubia:1.0", ports: [{name: http, containerPort: 8080}]}]
        """
            .replace("NAME", name)
            .replace("LABEL", label(name));
    make(s, yaml, Deployment.class);
  }
}
