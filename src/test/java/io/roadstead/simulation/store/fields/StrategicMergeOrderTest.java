// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import static io.roadstead.simulation.store.Documents.object;
import static io.roadstead.simulation.store.Documents.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.simulation.store.ResourceKinds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategicMergeOrderTest {

  /** The expectations are the answers of a real API server. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{port: 80}, {port: 82}] | {ports: [{port: 80}, {port: 90}]} | [{port: 80}, {port: 90}, {port: 82}]
          [{port: 80}] | {ports: [{port: 81}]} | [{port: 81}, {port: 80}]
          [{port: 1}, {port: 2}] | {ports: [{port: 1, $patch: delete}, {port: 3}]} | [{port: 3}, {port: 2}]
          [{port: 1}, {port: 9}, {port: 2}] | {$setElementOrder/ports: [{port: 1}, {port: 2}, {port: 3}], ports: [{port: 3}]} | [{port: 1}, {port: 9}, {port: 2}, {port: 3}]
          [{port: 53, protocol: TCP}, {port: 53, protocol: UDP}] | {ports: [{port: 80}]} | [{port: 80}, {port: 53, protocol: TCP}, {port: 53, protocol: UDP}]
          """)
  void arrangesMergedListsLikeTheServer(String live, String patch, String merged) {
    var document = object("{}");
    document.withObject("/spec").set("ports", tree(live));
    var change = object("{}");
    change.set("spec", tree(patch));

    assertThat(StrategicMergePatch.apply(ResourceKinds.SERVICE, document, change).at("/spec/ports"))
        .isEqualTo(tree(merged));
  }
}
