// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import static io.roadstead.simulation.store.Documents.deployment;
import static io.roadstead.simulation.store.Documents.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningHeadersTest {
  private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/default/deployments";

  private final RunningServer server = new RunningServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {env: [{name: X, value: a}, {name: X, value: b}]} | spec.template.spec.containers[0].env[1]: hides previous definition of \\"X\\", which may be dropped when using apply
          {resources: {limits: {memory: 128m}}} | spec.template.spec.containers[0].resources.limits[memory]: fractional byte value \\"128m\\" is invalid, must be an integer
          {ports: [{containerPort: 80}, {containerPort: 80}]} | spec.template.spec.containers[0].ports[1]: duplicate port definition with spec.template.spec.containers[0].ports[0]
          {img: x} | unknown field \\"spec.template.spec.containers[0].img\\"
          """)
  void warnsOfWhatItAccepts(String change, String warning) {
    HttpResponse<String> answer = create(change, "?dryRun=All");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(warnings(answer)).containsExactly("299 - \"" + warning + "\"");
  }

  @Test
  void doesNotWarnOfAVariableThatExtendsAnother() {
    assertThat(warnings(create("{env: [{name: X, value: a}, {name: X, value: $(X)b}]}", "")))
        .isEmpty();
  }

  @Test
  void warnsOfAWorkloadOnlyWhenItsDesiredStateChanges() {
    create("{env: [{name: X, value: a}, {name: X, value: b}]}", "");

    assertThat(warnings(patch("{metadata: {labels: {a: b}}}"))).isEmpty();
    assertThat(warnings(patch("{spec: {replicas: 2}}"))).hasSize(1);
  }

  @Test
  void dropsUnknownFieldsOrRefusesThem() {
    assertThat(create("{img: x}", "?fieldValidation=Ignore").body()).doesNotContain("img");
    HttpResponse<String> refused = create("{img: x}", "?fieldValidation=Strict");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains(
            "strict decoding error: unknown field \\\"spec.template.spec.containers[0].img\\\"");
    assertThat(create("{}", "?fieldValidation=Other").statusCode()).isEqualTo(422);
  }

  @Test
  void refusesToApplyUnknownFields() {
    ObjectNode config = deployment("web");
    config.withObject("/spec").put("replica", 1);

    HttpResponse<String> refused =
        server.send(
            "PATCH",
            DEPLOYMENTS + "/web?fieldManager=test",
            "application/apply-patch+yaml",
            config.toString());

    assertThat(refused.statusCode()).isEqualTo(500);
    assertThat(refused.body()).contains(".spec.replica: field not declared in schema");
  }

  private HttpResponse<String> create(String change, String query) {
    ObjectNode sent = deployment("web");
    ((ObjectNode) sent.at("/spec/template/spec/containers/0")).setAll(object(change));
    return server.send("POST", DEPLOYMENTS + query, "application/json", sent.toString());
  }

  private HttpResponse<String> patch(String change) {
    String type = "application/merge-patch+json";
    return server.send("PATCH", DEPLOYMENTS + "/web", type, object(change).toString());
  }

  private static List<String> warnings(HttpResponse<String> answer) {
    return answer.headers().allValues("Warning");
  }
}
