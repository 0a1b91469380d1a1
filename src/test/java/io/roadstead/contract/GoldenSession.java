// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.roadstead.contract.RoadsteadClient.Format;
import io.roadstead.contract.RoadsteadClient.Options;
import io.roadstead.simulation.SimulatedCluster;
import io.roadstead.simulation.api.ApiRequest;
import io.roadstead.simulation.api.Fault;
import io.roadstead.simulation.store.ApiException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A session that makes every answer and every error of the contract come up once. */
final class GoldenSession {
  private static final String WHOLE =
      """
      {"containers": [
         {"name": "web", "image": "luksa/kubia:1.0", "command": ["node"], "args": ["app.js", "--verbose"],
          "ports": [{"name": "http", "port": 8080}, {"name": "dns", "port": 5353, "protocol": "UDP"}],
          "env": [{"name": "MODE", "value": "demo"}, {"name": "EMPTY", "value": ""},
                  {"name": "TOKEN", "secretRef": {"name": "keys", "key": "token", "optional": true}},
                  {"name": "LEVEL", "configRef": {"name": "conf", "key": "level", "optional": true}}],
          "resources": {"requests": {"cpu": "100m", "memory": "64Mi"}, "limits": {"memory": "128Mi"}},
          "startupProbe": {"tcp": {"port": "8080"}, "failureThreshold": 30},
          "readinessProbe": {"http": {"path": "/", "port": "http"}, "periodSeconds": 5},
          "livenessProbe": {"exec": {"command": ["true"]}, "initialDelaySeconds": 0, "timeoutSeconds": 2}},
         {"name": "proxy", "image": "envoyproxy/envoy:v1.31.0",
          "readinessProbe": {"grpc": {"port": 9000, "service": "proxy"}, "successThreshold": 2}}],
       "replicas": 3,
       "exposure": {"type": "NODE_PORT",
         "ports": [{"name": "http", "port": 80, "targetPort": "http", "nodePort": %d},
                   {"name": "dns", "port": 53, "targetPort": "5353", "protocol": "UDP", "nodePort": %d}]},
       "labels": {"team": "web"}, "annotations": {"contact": "Zoë <zoe@example.org>"},
       "imagePullSecrets": ["registry"], "serviceAccountName": "default"}
      """;

  private static final String MINIMAL =
      """
      {"containers": [{"name": "web", "image": "luksa/kubia:1.0"}]}""";
  private static final String WITH_PORT =
      """
      {"containers": [{"name": "web", "image": "luksa/kubia:1.0", "ports": [{"port": 8080}]}]}""";
  private static final String EXTERNAL =
      """
      {"type": "EXTERNAL", "ports": [{"name": "http", "port": 80, "targetPort": "http"}]}""";
  private static final String INTERNAL =
      """
      {"type": "INTERNAL", "ports": [{"port": 80, "targetPort": "8080"}]}""";
  private static final String AUTOSCALED =
      """
      {"autoscaling": {"minReplicas": 3, "maxReplicas": 5, "targetCpuPercent": 70}}""";
  private static final String WITHOUT_CONFIG =
      """
      {"containers": [{"name": "web", "image": "luksa/kubia:1.0",
         "env": [{"name": "LEVEL", "configRef": {"name": "absent", "key": "level"}}]}]}""";
  private static final String TOO_BIG =
      """
      {"containers": [{"name": "web", "image": "luksa/kubia:1.0",
         "resources": {"requests": {"cpu": "1000"}}}], "replicas": 2}""";
  private static final String CRASHING =
      """
      {"containers": [{"name": "web", "image": "luksa/crash:1.0"}]}""";
  private static final String WRONG =
      """
      {"containers": [
         {"name": "Web", "image": "Up per", "ports": [{"name": "p", "port": 0}, {"name": "p", "port": 70000}],
          "env": [{"name": "A"}, {"name": "1=A", "value": "secret"}, {"name": "B", "secretRef": {"key": "k"}}],
          "resources": {"requests": {"cpu": "2"}, "limits": {"cpu": "1", "memory": "much"}},
          "livenessProbe": {"periodSeconds": 0}, "readinessProbe": {"tcp": {"port": "nope"}}},
         {"image": "x"}],
       "replicas": -1, "exposure": {"ports": [{"port": 80, "targetPort": "nope"}, {"port": 81}]},
       "labels": {"roadstead.io/x": "1", "team": "not valid"}, "imagePullSecrets": ["No"],
       "serviceAccountName": "No"}
      """;

  /** What a write answers of the cluster's part in it depends on how far that has come. */
  private static final Set<String> UNDER_WAY =
      Set.of(
          "state",
          "observedGeneration",
          "updatedReplicas",
          "readyReplicas",
          "availableReplicas",
          "reasons",
          "rollout",
          "pods",
          "addresses",
          "exposure");

  private static final Predicate<ApiRequest> DEPLOYMENTS =
      request -> request.method().equals("PATCH") && request.path().contains("/deployments/");
  private static final Predicate<ApiRequest> SERVICES =
      request -> request.method().equals("PATCH") && request.path().contains("/services/");

  private final RoadsteadClient client;
  private final Supplier<Answer> last;
  private final Golden golden;
  private final String namespace;
  private final KubernetesClient kubernetes;
  private final SimulatedCluster cluster;

  GoldenSession(
      RoadsteadClient client,
      Supplier<Answer> last,
      Golden golden,
      String namespace,
      KubernetesClient kubernetes,
      SimulatedCluster cluster) {
    this.client = client;
    this.last = last;
    this.golden = golden;
    this.namespace = namespace;
    this.kubernetes = kubernetes;
    this.cluster = cluster;
  }

  void play() {
    life();
    trouble();
    mistakes();
    conflicts();
    faults();
    parts();
    ends();
  }

  private void life() {
    String whole = WHOLE.formatted(nodePort(1), nodePort(2));
    Outcome none = client.list(namespace, 50, "", "");
    seen("list-empty", none);
    seen(
        "deploy-validate-only",
        client.deploy(namespace, "golden-web", whole, Options.VALIDATE_ONLY));
    underWay("deploy-whole", client.deploy(namespace, "golden-web", whole, Options.CREATE_ONLY));
    settle("golden-web", 3);
    seen("deploy-again", client.deploy(namespace, "golden-web", whole, Options.NONE));
    underWay("deploy-minimal", client.deploy(namespace, "golden-lean", MINIMAL, Options.NONE));
    settle("golden-lean", 1);
    seen("deploy-minimal-again", client.deploy(namespace, "golden-lean", MINIMAL, Options.NONE));
    seen("get", client.get(namespace, "golden-web"));
    seen("status", client.status(namespace, "golden-web"));
    Outcome page = seen("list-page", client.list(namespace, 1, "", ""));
    String token = page.text("/nextPageToken");
    seen("list-last-page", client.list(namespace, 1, token, ""));
    seen("list-filtered", client.list("-", 50, "", "team=web,app!=other"));
    Outcome pods = seen("pods-page", client.pods(namespace, "golden-web", 2, ""));
    String next = pods.text("/nextPageToken");
    seen("pods-last-page", client.pods(namespace, "golden-web", 2, next));
    views("node-port");
    underWay("expose", client.expose(namespace, "golden-web", EXTERNAL, Options.NONE));
    settled(() -> client.status(namespace, "golden-web"), GoldenSession::balanced);
    seen("expose-again", client.expose(namespace, "golden-web", EXTERNAL, Options.NONE));
    seen("status-exposed", client.status(namespace, "golden-web"));
    views("external");
    underWay(
        "scale-to-zero", client.scale(namespace, "golden-web", "{\"replicas\": 0}", Options.NONE));
    settled(
        () -> client.status(namespace, "golden-web"),
        body -> body.at("/state").asText().equals("STOPPED"));
    settled(() -> client.logicalView(namespace, "golden-web"), body -> served(body, 0));
    seen("status-stopped", client.status(namespace, "golden-web"));
    seen("logical-stopped", client.logicalView(namespace, "golden-web"));
    seen("pods-none", client.pods(namespace, "golden-web", 50, ""));
    underWay(
        "scale-fixed", client.scale(namespace, "golden-web", "{\"replicas\": 3}", Options.NONE));
    settle("golden-web", 3);
    seen(
        "scale-fixed-again",
        client.scale(namespace, "golden-web", "{\"replicas\": 3}", Options.NONE));
    underWay("scale-auto", client.scale(namespace, "golden-web", AUTOSCALED, Options.NONE));
    settle("golden-web", 3);
    settled(
        () -> client.logicalView(namespace, "golden-web"),
        body -> body.toString().contains("unable to get metrics"));
    seen("scale-auto-again", client.scale(namespace, "golden-web", AUTOSCALED, Options.NONE));
    seen("get-autoscaled", client.get(namespace, "golden-web"));
    views("autoscaled");
    seen("unexpose-validate-only", client.unexpose(namespace, "golden-web", Options.VALIDATE_ONLY));
    underWay("unexpose", client.unexpose(namespace, "golden-web", Options.NONE));
    seen("unexpose-again", client.unexpose(namespace, "golden-web", Options.NONE));
    seen("cluster", client.cluster());
    Outcome nodes = seen("nodes-page", client.nodes(2, ""));
    seen("nodes-last-page", client.nodes(2, nodes.text("/nextPageToken")));
  }

  private void views(String when) {
    seen("logical-" + when, client.logicalView(namespace, "golden-web"));
    seen("physical-" + when, client.physicalView(namespace, "golden-web"));
    for (Format format : Format.values()) {
      String name = format.name().toLowerCase(Locale.ROOT) + "-" + when;
      seen("logical-" + name, client.drawn(namespace, "golden-web", "logical", format));
      seen("physical-" + name, client.drawn(namespace, "golden-web", "physical", format));
    }
  }

  private void trouble() {
    underWay(
        "deploy-without-config",
        client.deploy(namespace, "golden-config", WITHOUT_CONFIG, Options.NONE));
    settled(() -> client.status(namespace, "golden-config"), reason("CONFIG_MISSING", "FAILED"));
    seen("status-config-missing", client.status(namespace, "golden-config"));
    seen("logical-config-missing", client.logicalView(namespace, "golden-config"));
    underWay("deploy-too-big", client.deploy(namespace, "golden-big", TOO_BIG, Options.NONE));
    settled(() -> client.status(namespace, "golden-big"), reason("UNSCHEDULABLE", "FAILED"));
    seen("status-unschedulable", client.status(namespace, "golden-big"));
    seen("physical-unschedulable", client.physicalView(namespace, "golden-big"));
    underWay("deploy-crashing", client.deploy(namespace, "golden-crash", CRASHING, Options.NONE));
    settled(
        () -> client.pods(namespace, "golden-crash", 1, ""),
        body ->
            body.toString().contains("CrashLoopBackOff") && body.toString().contains("lastExit"));
    golden.add("pods-crashing", last.get(), Set.of("restarts"));
  }

  private void mistakes() {
    seen("wrong-spec", client.deploy(namespace, "golden-wrong", WRONG, Options.NONE));
    seen("wrong-empty-spec", client.deploy(namespace, "golden-wrong", "{}", Options.NONE));
    String both =
        MINIMAL.substring(0, MINIMAL.length() - 1)
            + ", \"replicas\": 1, "
            + AUTOSCALED.substring(1);
    seen("wrong-both-scales", client.deploy(namespace, "golden-wrong", both, Options.NONE));
    seen("wrong-name", client.get(namespace, "Golden_Wrong"));
    seen("wrong-namespace", client.list("Golden", 1, "", ""));
    seen("wrong-page-size", client.list(namespace, 501, "", ""));
    seen("wrong-page-token", client.pods(namespace, "golden-web", 1, "no-token"));
    seen("wrong-filter", client.list(namespace, 1, "", "n>3"));
    seen(
        "wrong-scale",
        client.scale(namespace, "golden-web", "{\"replicas\": 10001}", Options.NONE));
    seen("wrong-no-scale", client.scale(namespace, "golden-web", "{}", Options.NONE));
    String inverted =
        """
        {"autoscaling": {"minReplicas": 5, "maxReplicas": 2, "targetCpuPercent": 0}}""";
    seen("wrong-autoscaling", client.scale(namespace, "golden-web", inverted, Options.NONE));
    seen("wrong-no-exposure", client.expose(namespace, "golden-web", "{}", Options.NONE));
    seen(
        "wrong-exposure",
        client.expose(namespace, "golden-web", "{\"type\": \"PUBLIC\"}", Options.NONE));
    String pinned =
        """
        {"type": "NODE_PORT", "ports": [{"port": 80, "targetPort": "http", "nodePort": 70000}]}""";
    seen("wrong-node-port", client.expose(namespace, "golden-web", pinned, Options.NONE));
    seen("wrong-etag", client.delete(namespace, "golden-web", false, Options.etag("no-etag")));
    seen("no-app-get", client.get(namespace, "golden-none"));
    seen("no-app-status", client.status(namespace, "golden-none"));
    seen("no-app-pods", client.pods(namespace, "golden-none", 1, ""));
    seen("no-app-scale", client.scale(namespace, "golden-none", "{\"replicas\": 1}", Options.NONE));
    seen("no-app-expose", client.expose(namespace, "golden-none", EXTERNAL, Options.NONE));
    seen("no-app-unexpose", client.unexpose(namespace, "golden-none", Options.NONE));
    seen("no-app-logical", client.logicalView(namespace, "golden-none"));
    seen("no-app-physical-svg", client.drawn(namespace, "golden-none", "physical", Format.SVG));
    seen("no-app-delete", client.delete(namespace, "golden-none", false, Options.NONE));
    seen(
        "no-namespace-deploy",
        client.deploy("golden-nowhere", "golden-web", MINIMAL, Options.NONE));
    seen("no-namespace-list", client.list("golden-nowhere", 1, "", ""));
  }

  private void conflicts() {
    seen("exists", client.deploy(namespace, "golden-lean", MINIMAL, Options.CREATE_ONLY));
    seen(
        "stale-etag",
        client.scale(namespace, "golden-lean", "{\"replicas\": 2}", Options.etag("\"0\"")));
    seen(
        "no-ports",
        client.expose(namespace, "golden-lean", "{\"type\": \"INTERNAL\"}", Options.NONE));
    Kubectl.create(kubernetes, namespace, "golden-kubectl");
    settle("golden-kubectl", 1);
    seen("get-not-managed", client.get(namespace, "golden-kubectl"));
    seen("not-managed", client.deploy(namespace, "golden-kubectl", WITH_PORT, Options.NONE));
    underWay("adopt", client.deploy(namespace, "golden-kubectl", WITH_PORT, Options.ADOPT));
    underWay(
        "scale-lean", client.scale(namespace, "golden-lean", "{\"replicas\": 2}", Options.NONE));
    Kubectl.scale(kubernetes, namespace, "golden-lean", 4);
    seen(
        "field-conflict",
        client.scale(namespace, "golden-lean", "{\"replicas\": 3}", Options.NONE));
    underWay("force", client.scale(namespace, "golden-lean", "{\"replicas\": 3}", Options.FORCE));
  }

  private void faults() {
    refused("refused", DEPLOYMENTS, new Fault(Duration.ZERO, missingRule(), null, false), MINIMAL);
    refused("unknown-to-the-cluster", DEPLOYMENTS, Fault.status(401), MINIMAL);
    refused(
        "throttled", DEPLOYMENTS, Fault.status(429).retryAfter(Duration.ofSeconds(60)), MINIMAL);
    refused("cluster-unavailable", DEPLOYMENTS, Fault.status(503), MINIMAL);
    refused("cluster-error", DEPLOYMENTS, Fault.status(500), MINIMAL);
    refused("deadline", DEPLOYMENTS, Fault.delay(Duration.ofSeconds(30)), MINIMAL);
    String exposed =
        WITH_PORT.substring(0, WITH_PORT.length() - 1)
            + ", \"exposure\": {\"type\": \"INTERNAL\"}}";
    refused("half-way", SERVICES, Fault.status(403), exposed);
  }

  private ApiException missingRule() {
    return ApiException.of(
        403,
        "Forbidden",
        "deployments.apps is forbidden: User \"system:serviceaccount:roadstead:roadstead\" cannot"
            + " patch resource \"deployments\" in API group \"apps\" in the namespace \"%s\""
                .formatted(namespace));
  }

  private void refused(String name, Predicate<ApiRequest> requests, Fault fault, String spec) {
    cluster.api().faults().always(requests, fault);
    seen("fault-" + name, client.deploy(namespace, "golden-fault", spec, Options.NONE));
    cluster.api().faults().clear();
  }

  private void parts() {
    seen("scale", client.scale(namespace, "golden-lean"));
    seen("scale-autoscaled", client.scale(namespace, "golden-web"));
    seen("exposure-none", client.exposure(namespace, "golden-lean"));
    underWay("expose-lean", client.expose(namespace, "golden-lean", INTERNAL, Options.NONE));
    seen("exposure", client.exposure(namespace, "golden-lean"));
  }

  private void ends() {
    seen(
        "delete-validate-only",
        client.delete(namespace, "golden-web", false, Options.VALIDATE_ONLY));
    seen("delete-foreground", client.delete(namespace, "golden-web", true, Options.NONE));
    seen("delete", client.delete(namespace, "golden-lean", false, Options.NONE));
    seen("deleted", client.get(namespace, "golden-web"));
    seen("manifests", client.manifests(namespace, "golden-config"));
    seen("release", client.release(namespace, "golden-config", Options.NONE));
    for (String app :
        Set.of("golden-config", "golden-big", "golden-crash", "golden-kubectl", "golden-fault")) {
      client.delete(namespace, app, true, Options.NONE);
    }
  }

  private Outcome seen(String name, Outcome outcome) {
    golden.add(name, last.get(), Set.of());
    return outcome;
  }

  private void underWay(String name, Outcome outcome) {
    if (!outcome.ok()) {
      throw new AssertionError(name + " was refused: " + last.get().text(Set.of()));
    }
    golden.add(name, last.get(), UNDER_WAY);
  }

  /** Waits until the cluster has done its part, and all caches have seen it. */
  private void settle(String app, int replicas) {
    settled(
        () -> client.status(namespace, app),
        body ->
            body.at("/state").asText().equals("READY")
                && body.at("/rollout/complete").asBoolean()
                && body.at("/reasons").isMissingNode()
                && body.at("/pods").size() == replicas);
    settled(() -> client.logicalView(namespace, app), body -> served(body, replicas));
  }

  private static boolean served(JsonNode view, int replicas) {
    boolean served = true;
    for (JsonNode item : view.path("items")) {
      served &=
          !item.path("kind").asText().equals("EndpointSlice")
              || item.path("state").asText().startsWith(replicas + " of " + replicas);
    }
    return served
        && view.path("items").findValuesAsText("kind").stream().filter("Pod"::equals).count()
            == replicas;
  }

  private static boolean balanced(JsonNode body) {
    return body.at("/exposure/state").asText().equals("ADDRESSED")
        && body.at("/exposure/rung").asText().equals("LOAD_BALANCER");
  }

  private static Predicate<JsonNode> reason(String reason, String state) {
    return body ->
        body.at("/state").asText().equals(state)
            && body.at("/reasons").size() == 1
            && body.at("/reasons/0/reason").asText().equals(reason);
  }

  private void settled(Supplier<Outcome> read, Predicate<JsonNode> expected) {
    await()
        .atMost(Session.PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> expected.test(read.get().body()));
  }

  private int nodePort(int number) {
    return (namespace.endsWith("rest") ? 31080 : 31090) + number;
  }
}
