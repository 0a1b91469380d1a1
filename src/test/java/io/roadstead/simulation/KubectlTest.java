// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of a first day with Kubernetes, typed into a simulated cluster. */
@Tag("kubectl")
class KubectlTest {
  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: %d
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
            - name: web
              image: nginx:1.27
              env: [%s]
      """;

  @TempDir private Path folder;
  private SimulatedCluster cluster;

  @BeforeEach
  void start() throws IOException {
    cluster = SimulatedCluster.start(SimulatedClusterOptions.defaults().withDelayFactor(0));
    Files.writeString(folder.resolve("config"), cluster.kubeconfigYaml());
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void deploysExposesScalesAndShowsAnApp() {
    ok("create deployment kubia --image=luksa/kubia:1.0 --port=8080");
    ok("rollout status deployment/kubia --timeout=30s");
    ok(
        "expose deployment kubia --type=LoadBalancer --name=kubia-http --port=80 --target-port=8080");
    ok("wait service/kubia-http --for=jsonpath={.status.loadBalancer.ingress} --timeout=30s");
    ok("scale deployment kubia --replicas=3");
    ok("rollout status deployment/kubia --timeout=30s");

    assertThat(lines("get deployments -o wide"))
        .satisfiesExactly(
            header ->
                assertThat(header.split("\\s+"))
                    .containsExactly(
                        "NAME",
                        "READY",
                        "UP-TO-DATE",
                        "AVAILABLE",
                        "AGE",
                        "CONTAINERS",
                        "IMAGES",
                        "SELECTOR"),
            row -> assertThat(row).startsWith("kubia").contains("3/3", "luksa/kubia:1.0"));
    assertThat(lines("get pods -o wide").get(0))
        .matches("NAME +READY +STATUS +RESTARTS +AGE +IP +NODE +NOMINATED NODE +READINESS GATES");
    assertThat(lines("get services").get(0))
        .matches("NAME +TYPE +CLUSTER-IP +EXTERNAL-IP +PORT\\(S\\) +AGE");
    assertThat(ok("describe deployment kubia")).contains("3 desired | 3 updated | 3 total");
    assertThat(ok("describe service kubia-http")).contains("LoadBalancer Ingress:");
    assertThat(ok("get events")).contains("ScalingReplicaSet", "Scheduled", "Started");
    assertThat(ok("logs deployment/kubia")).isNotBlank();
  }

  @Test
  void appliesManifestsFromTheClientSide() throws IOException {
    assertThat(ok("apply -f " + manifest(2, "{name: A, value: x}"))).contains("created");
    assertThat(ok("apply -f " + manifest(2, "{name: A, value: x}"))).contains("unchanged");
    assertThat(ok("apply -f " + manifest(2, "{name: B, value: y}"))).contains("configured");
    assertThat(ok("get deployment web -o jsonpath={.spec.template.spec.containers[0].env[*].name}"))
        .isEqualTo("B");
  }

  @Test
  void appliesManifestsOnTheServerSide() throws IOException {
    String manifest = manifest(2, "");
    ok("apply --server-side -f " + manifest);
    ok("rollout status deployment/web --timeout=30s");
    String version = ok("get deployment web -o jsonpath={.metadata.resourceVersion}");
    ok("apply --server-side -f " + manifest);
    assertThat(ok("get deployment web -o jsonpath={.metadata.resourceVersion}")).isEqualTo(version);

    ok("scale deployment web --replicas=5");
    assertThat(failing("apply --server-side -f " + manifest))
        .contains(
            "Apply failed with 1 conflict: conflict with \"kubectl\" with subresource \"scale\""
                + " using apps/v1: .spec.replicas");
    ok("apply --server-side --force-conflicts -f " + manifest);
    assertThat(ok("get deployment web -o jsonpath={.spec.replicas}")).isEqualTo("2");
  }

  @Test
  void changesLabelsAnnotationsAndFields() throws IOException {
    ok("apply -f " + manifest(1, ""));
    ok("label deployment web tier=front");
    ok("annotate deployment web note=seen");
    ok("patch deployment web -p {\"spec\":{\"replicas\":2}}");
    ok("patch deployment web --type=merge -p {\"spec\":{\"paused\":true}}");
    ok("patch deployment web --type=json -p [{\"op\":\"remove\",\"path\":\"/spec/paused\"}]");

    assertThat(lines("get deployments -l tier=front,app!=x --no-headers")).hasSize(1);
    assertThat(ok("get deployment web -o jsonpath={.spec.replicas}{.spec.paused}")).isEqualTo("2");
  }

  @Test
  void deletesInEachOfTheThreeWays() {
    for (String cascade : List.of("background", "foreground", "orphan")) {
      ok("create deployment " + cascade + " --image=nginx:1.27");
      ok("rollout status deployment/" + cascade + " --timeout=30s");
      ok("delete deployment " + cascade + " --cascade=" + cascade);
    }
    ok("wait pod -l app=background --for=delete --timeout=30s");
    ok("wait pod -l app=foreground --for=delete --timeout=30s");
    assertThat(lines("get pods,replicasets -l app=orphan -o name")).hasSize(2);
  }

  @Test
  void watchesPods() throws Exception {
    Process watch = command("get pods -w -o name").start();
    ok("create deployment web --image=nginx:1.27");
    ok("rollout status deployment/web --timeout=30s");
    try (var output = watch.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).startsWith("pod/web-");
    } finally {
      watch.destroy();
    }
  }

  @Test
  void explainsItself() {
    assertThat(ok("api-resources")).contains("deployments", "deploy", "apps/v1");
    assertThat(ok("version")).contains("Server Version: v1.");
    assertThat(ok("auth can-i create deployments")).contains("yes");
    assertThat(failing("get pod none"))
        .contains("Error from server (NotFound): pods \"none\" not found");
    assertThat(failing("create deployment Web --image=nginx"))
        .contains("is invalid: metadata.name");
    assertThat(failing("create deployment web --image=nginx -n none"))
        .contains("namespaces \"none\" not found");
  }

  private String manifest(int replicas, String env) throws IOException {
    Path file = folder.resolve("manifest.yaml");
    return Files.writeString(file, MANIFEST.formatted(replicas, env)).toString();
  }

  private List<String> lines(String command) {
    return ok(command).lines().toList();
  }

  private String ok(String command) {
    Result result = run(command);
    assertThat(result.code).as("kubectl %s: %s", command, result.output).isZero();
    return result.output;
  }

  private String failing(String command) {
    Result result = run(command);
    assertThat(result.code).as("kubectl %s: %s", command, result.output).isNotZero();
    return result.output;
  }

  private Result run(String command) {
    try {
      Process process = command(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Result(process.exitValue(), output);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private ProcessBuilder command(String command) {
    List<String> words = new ArrayList<>(List.of("kubectl"));
    words.addAll(List.of(command.split(" ")));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("KUBECONFIG", folder.resolve("config").toString());
    builder.environment().put("HOME", folder.toString());
    return builder;
  }

  private record Result(int code, String output) {}
}
