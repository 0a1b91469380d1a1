// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import static io.roadstead.simulation.store.Documents.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.simulation.store.ResourceKinds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategicMergePatchTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          adds an element   | {containers: [{name: a}]}                | {containers: [{name: b}]}                        | {containers: [{name: b}, {name: a}]}
          merges by key     | {containers: [{name: a, image: x}]}      | {containers: [{name: a, tty: true}]}             | {containers: [{name: a, image: x, tty: true}]}
          deletes by key    | {containers: [{name: a}, {name: b}]}     | {containers: [{name: a, $patch: delete}]}        | {containers: [{name: b}]}
          replaces a list   | {containers: [{name: a}, {name: b}]}     | {containers: [{name: c}, {$patch: replace}]}     | {containers: [{name: c}]}
          orders elements   | {containers: [{name: a}, {name: b}]}     | {$setElementOrder/containers: [{name: b}, {name: a}], containers: [{name: a, image: x}]} | {containers: [{name: b}, {name: a, image: x}]}
          atomic lists      | {tolerations: [{key: a}]}                | {tolerations: [{key: b}]}                        | {tolerations: [{key: b}]}
          removes by null   | {hostname: h, subdomain: s}              | {hostname: null}                                 | {subdomain: s}
          replaces a map    | {nodeSelector: {a: x}}                   | {nodeSelector: {$patch: replace, b: y}}          | {nodeSelector: {b: y}}
          retains keys      | {volumes: [{name: v, emptyDir: {}}]}     | {volumes: [{name: v, $retainKeys: [name, secret], secret: {secretName: s}}]} | {volumes: [{name: v, secret: {secretName: s}}]}
          nested in new     | {}                                       | {containers: [{name: a, env: [{name: e, $patch: delete}]}]} | {containers: [{name: a, env: []}]}
          """)
  void patches(String name, String spec, String patch, String expected) {
    assertThat(
            StrategicMergePatch.apply(
                ResourceKinds.POD, object("spec: " + spec), object("spec: " + patch)))
        .isEqualTo(object("spec: " + expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {finalizers: [a]}    | {finalizers: [b, a]}                              | {finalizers: [b, a]}
          {finalizers: [a, b]} | {$deleteFromPrimitiveList/finalizers: [a]}        | {finalizers: [b]}
          {labels: {a: x}}     | {labels: {b: y}}                                  | {labels: {a: x, b: y}}
          """)
  void patchesMetadata(String metadata, String patch, String expected) {
    assertThat(
            StrategicMergePatch.apply(
                ResourceKinds.POD, object("metadata: " + metadata), object("metadata: " + patch)))
        .isEqualTo(object("metadata: " + expected));
  }
}
