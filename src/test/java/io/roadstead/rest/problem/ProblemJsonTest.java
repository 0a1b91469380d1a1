// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProblemJsonTest {
  private final ObjectMapper json = new ObjectMapper();
  private final ProblemJson problems = new ProblemJson(json);

  @Test
  void answersAnErrorThatCanNotBeRendered() throws Exception {
    var rendered =
        problems.render(
            new IllegalArgumentException("first"),
            () -> {
              throw new NoClassDefFoundError("second");
            });

    assertThat(rendered.status()).isEqualTo(500);
    JsonNode usual =
        json.valueToTree(Problem.of(AppException.of(ErrorCode.INTERNAL, "detail"), "/v1/cluster"));
    JsonNode body = json.readTree(rendered.body());
    assertThat(body.fieldNames()).toIterable().containsExactlyElementsOf(usual::fieldNames);
    assertThat(body.path("title")).isEqualTo(usual.path("title"));
    assertThat(body.path("type")).isEqualTo(usual.path("type"));
  }

  @Test
  void endsWithANewLine() {
    var rendered =
        problems.render(null, () -> Problem.of(AppException.overloaded(), "/v1/cluster"));

    assertThat(new String(rendered.body(), StandardCharsets.UTF_8)).endsWith("}\n");
    assertThat(rendered.retryAfter()).isEqualTo(1);
  }
}
