// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Differences are readable. */
final class DifferenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a":1}           | {"a":1}           | ~~
          {"a":1,"b":2}     | {"b":2,"a":1}     | ~~
          {"a":{"b":"x"}}   | {"a":{"b":"y"}}   | x.a.b: "x" -> "y"
          {"a":{"b":"x"}}   | {"a":{}}          | x.a.b: "x" -> (none)
          {"a":{}}          | {"a":{"b":"x"}}   | x.a.b: (none) -> "x"
          {"a":[{"b":1}]}   | {"a":[{"b":2}]}   | x.a[0].b: 1 -> 2
          {"a":[1,2]}       | {"a":[1]}         | x.a: [1,2] -> [1]
          """)
  void namesThePathWithTheValuesBeforeAndAfter(String before, String after, String expected) {
    String found =
        Difference.between("x", ClusterApi.read(before), ClusterApi.read(after)).stream()
            .map(Difference::toString)
            .collect(Collectors.joining("\n"));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void saysTheSameKindForEveryPosition() {
    var first = Difference.between("x", ClusterApi.read("[1, 2]"), ClusterApi.read("[3, 4]"));
    assertThat(first).extracting(Difference::kind).containsOnly("x[] changed");
  }
}
