// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TypeTest {

  @Test
  void leavesAloneWhatFits() {
    assertThat(Type.NAME.fit("kubia", 100, Cut.MIDDLE)).isEqualTo("kubia");
  }

  @Test
  void cutsWhereTold() {
    assertThat(Type.CODE.fit("kubia-5d9c7d6b8f-x2x4q", 80, Cut.START)).isEqualTo("…d6b8f-x2x4q");
    assertThat(Type.CODE.fit("kubia-5d9c7d6b8f-x2x4q", 80, Cut.MIDDLE)).isEqualTo("kubia-…x2x4q");
    assertThat(Type.CODE.fit("kubia-5d9c7d6b8f-x2x4q", 80, Cut.END)).isEqualTo("kubia-5d9c7…");
  }

  @Test
  void cutsNoCharacterInTwo() {
    String rockets = "\uD83D\uDE80".repeat(30);

    assertThat(Type.BODY.fit(rockets, 100, Cut.START)).matches("…(\uD83D\uDE80)+");
  }

  @Test
  void givesWideLettersMoreRoom() {
    assertThat(Type.BODY.width("漢字漢字")).isGreaterThan(Type.BODY.width("kubi"));
    assertThat(Type.BODY.width("MMMM")).isGreaterThan(Type.BODY.width("iiii"));
  }

  @Test
  void wrapsAtBlanksAndCutsTheLastLine() {
    assertThat(Type.SMALL.wrap("one two three four five six seven", 80, 2))
        .containsExactly("one two", "three four f…");
  }

  @Test
  void wrapsWordsThatAreLongerThanALine() {
    assertThat(Type.SMALL.wrap("x".repeat(40), 80, 9))
        .allSatisfy(line -> assertThat(Type.SMALL.width(line)).isLessThanOrEqualTo(80));
  }

  @Test
  void hasNoLinesForNoText() {
    assertThat(Type.SMALL.wrap("", 80, 3)).isEmpty();
  }
}
