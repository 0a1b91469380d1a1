// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** On the simulated cluster; a field that no spec has fails here, too. */
@QuarkusTest
class WholeSpecTest extends WholeSpecContract {
  @Test
  void hasEveryFieldInSomeSpec() {
    var specs = new WholeSpecs();
    for (int variant = 0; variant < WholeSpecs.VARIANTS; variant++) {
      specs.next(variant);
    }

    Set<String> missing = new TreeSet<>(WholeSpecs.fields());
    missing.removeAll(specs.seen());
    assertThat(missing).isEqualTo(new TreeSet<>(WholeValues.NEVER.keySet()));
  }
}
