// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTest {
  @Test
  void keepsARequestIdThatIsWellFormed() {
    assertThat(RequestId.choose("a.B-9_z")).isEqualTo("a.B-9_z");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "a b", "a\n", "\u001b[31m", "\u00fc"})
  void makesARequestIdInsteadOfOneThatIsNot(String sent) {
    assertThat(RequestId.choose(sent)).hasSize(36);
  }

  @Test
  void makesARequestIdInsteadOfOneThatIsTooLong() {
    assertThat(RequestId.choose("a".repeat(65))).hasSize(36);
  }

  @Test
  void printsNothingThatForgesALine() {
    assertThat(Printable.of("/a\n\u001b[31m\u202eb")).isEqualTo("/a\\u000a\\u001b[31m\\u202eb");
    assertThat(Printable.of("/" + "a".repeat(500))).hasSize(200);
    assertThat(Printable.of(null)).isEqualTo("-");
  }

  @Test
  void findsTheTraceOfARequest() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    assertThat(TraceParent.traceId("00-" + trace + "-00f067aa0ba902b7-01")).isEqualTo(trace);
    assertThat(TraceParent.traceId("00-" + "0".repeat(32) + "-00f067aa0ba902b7-01")).isNull();
    assertThat(TraceParent.traceId("x\n")).isNull();
    assertThat(TraceParent.traceId(null)).isNull();
  }
}
