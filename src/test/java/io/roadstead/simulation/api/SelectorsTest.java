// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import static io.roadstead.simulation.store.Documents.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.LabelSelector;
import io.roadstead.simulation.store.ResourceKinds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorsTest {
  private static final ObjectNode POD =
      object(
          """
          metadata: {name: p, namespace: default, labels: {app: web, example.com/tier: front, empty: ''}}
          spec: {nodeName: n1}
          status: {phase: Running}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                              | true
          app=web                         | true
          app==web                        | true
          app = web                       | true
          app=other                       | false
          app!=other                      | true
          app!=web                        | false
          missing!=x                      | true
          app                             | true
          missing                         | false
          !missing                        | true
          !app                            | false
          app in (web, other)             | true
          app in (other)                  | false
          app notin (other)               | true
          missing notin (other)           | true
          app notin (web)                 | false
          missing in (x)                  | false
          app in (web),example.com/tier=front | true
          app in (web,x),example.com/tier!=front | false
          empty=                          | true
          """)
  void selectsByLabels(String selector, boolean selected) {
    assertThat(LabelSelector.parse(selector).matches(POD)).isEqualTo(selected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"app in web", "a b", "app=(x)", ",", "app>1"})
  void refusesLabelSelectorsItDoesNotUnderstand(String selector) {
    assertThatThrownBy(() -> LabelSelector.parse(selector))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(400));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                                       | true
          metadata.name=p                          | true
          metadata.name==p                         | true
          metadata.name!=p                         | false
          spec.nodeName=n1,status.phase=Running    | true
          spec.nodeName=n1,status.phase!=Running   | false
          spec.nodeName=                           | false
          """)
  void selectsByFields(String selector, boolean selected) {
    assertThat(FieldSelector.parse(ResourceKinds.POD, selector).test(POD)).isEqualTo(selected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spec.image=x", "metadata.name", "=x"})
  void refusesFieldsThatCanNotBeSelected(String selector) {
    assertThatThrownBy(() -> FieldSelector.parse(ResourceKinds.POD, selector))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(400));
  }
}
