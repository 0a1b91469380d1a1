// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.wire.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The examples of the OpenAPI document are golden answers, with values of their own where those
 * have placeholders. With {@code GOLDEN_RECORD=true} in the environment they are written anew.
 */
class OpenApiExamplesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path EXAMPLES = Path.of("src/main/resources/META-INF/openapi-examples.json");

  /** By id of the operation, or status of the error. */
  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          entry("deployApp", "rest/006-deploy-minimal-again"),
          entry("updateApp", "rest/006-deploy-minimal-again"),
          entry("getApp", "rest/087-get-not-managed"),
          entry("listApps", "rest/010-list-last-page"),
          entry("deleteApp", "rest/107-delete"),
          entry("getAppExposure", "rest/104-exposure"),
          entry("exposeApp", "rest/021-expose-again"),
          entry("unexposeApp", "rest/046-unexpose-again"),
          entry("getAppScale", "rest/100-scale"),
          entry("scaleApp", "rest/034-scale-fixed-again"),
          entry("stopApp", "rest/034-scale-fixed-again"),
          entry("startApp", "rest/034-scale-fixed-again"),
          entry("getAppStatus", "rest/051-status-config-missing"),
          entry("getManifests", "rest/109-manifests"),
          entry("releaseApp", "rest/110-release"),
          entry("listPods", "rest/013-pods-last-page"),
          entry("getLogicalView", "rest/023-logical-external"),
          entry("getPhysicalView", "rest/024-physical-external"),
          entry("getCluster", "rest/047-cluster"),
          entry("listNodes", "rest/049-nodes-last-page"),
          entry("400", "rest/068-wrong-autoscaling"),
          entry("403", "rest/093-fault-refused"),
          entry("404", "rest/073-no-app-get"),
          entry("405", "http/028-method-on-exposure"),
          entry("406", "http/021-not-acceptable"),
          entry("409", "rest/091-field-conflict"),
          entry("412", "rest/085-stale-etag"),
          entry("413", "http/018-too-large"),
          entry("415", "http/020-wrong-media-type"),
          entry("429", "rest/095-fault-throttled"),
          entry("503", "rest/096-fault-cluster-unavailable"),
          entry("504", "rest/098-fault-deadline"));

  /** Errors that no request of the golden session can cause; META-INF/openapi.yaml has them. */
  private static final List<String> BY_HAND = List.of("401", "500");

  private static final List<Map.Entry<Pattern, String>> VALUES =
      List.of(
          value("etag \\\\\"0\\\\\" was", "etag \\\\\"Lr9d0m2Xk5vQ7tYw1zBe\\\\\" was"),
          value("\"etag\":\"ETAG\"", "\"etag\":\"\\\\\"Xq4pT1nY8sWc0kVbZr2e\\\\\"\""),
          value("\\bETAG\\b", "Xq4pT1nY8sWc0kVbZr2e"),
          value("\"TIME\\d*\"", "\"2026-11-23T08:00:00Z\""),
          value("\\bUUID\\d*\\b", "3f3b9d0e-6d38-4b0c-9d5e-1d1d3a8f1c11"),
          value("(?<=PageToken\":\")TOKEN\\d*", "ZGVmYXVsdC9rdWJpYQ"),
          value("\\bIP(\\d)\\b", "10.244.0.$1"),
          value("-N(\\d)\\b", "-x2x4$1"),
          value("\\bN(\\d)\\b", "x2x4$1"),
          value("golden-rest", "default"),
          value("golden-[a-z]+", "kubia"));

  private final ObjectMapper json = new ObjectMapper();

  private static Map.Entry<Pattern, String> value(String placeholder, String value) {
    return Map.entry(Pattern.compile(placeholder), value);
  }

  @Test
  void examplesAreGoldenAnswers() throws IOException {
    ObjectNode made = json.createObjectNode();
    for (Map.Entry<String, String> source : new TreeMap<>(SOURCES).entrySet()) {
      made.set(source.getKey(), example(source.getValue()));
    }
    if (System.getenv("GOLDEN_RECORD") != null) {
      Files.writeString(EXAMPLES, json.writerWithDefaultPrettyPrinter().writeValueAsString(made));
    }
    assertThat(json.readTree(Files.readString(EXAMPLES))).isEqualTo(made);
  }

  @Test
  void everyOperationAndErrorHasOne() {
    List<String> needed =
        Arrays.stream(Operation.values())
            .flatMap(it -> Stream.concat(Stream.of(it.id()), it.errors().stream().map(e -> "" + e)))
            .filter(it -> !BY_HAND.contains(it))
            .distinct()
            .toList();
    assertThat(SOURCES).containsOnlyKeys(needed);
  }

  /** The body of an answer, which has no masked values. */
  private JsonNode example(String source) throws IOException {
    String answer = Files.readString(GOLDEN.resolve(source));
    String body = answer.substring(answer.indexOf("\n\n") + 2);
    for (Map.Entry<Pattern, String> value : VALUES) {
      body = value.getKey().matcher(body).replaceAll(value.getValue());
    }
    return json.readTree(body);
  }
}
