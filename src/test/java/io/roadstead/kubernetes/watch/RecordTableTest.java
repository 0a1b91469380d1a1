// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.kubernetes.model.EventRecord;
import io.roadstead.kubernetes.model.Meta;
import io.roadstead.kubernetes.model.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecordTableTest {
  private static final Duration NOT_AT_ALL = Duration.ZERO;
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Instant THEN = Instant.parse("2026-11-23T08:00:00Z");

  private final RecordTable<EventRecord> table =
      RecordTable.bounded(EventRecord::objectUid, 2, Comparator.comparing(EventRecord::lastSeen));

  @Test
  void findsRecordsByKeyAndByGroup() {
    table.put(event("b", "pod-1", 1, true));
    table.put(event("a", "pod-1", 2, true));
    table.put(event("c", "pod-2", 3, true));

    assertThat(table.find(key("c"))).isPresent();
    assertThat(table.group("pod-1")).extracting(e -> e.meta().name()).containsExactly("a", "b");
    assertThat(table.group("pod-3")).isEmpty();
    assertThat(table.after(key("a"))).extracting(e -> e.meta().name()).containsExactly("b", "c");
  }

  @Test
  void movesARecordToItsNewGroup() {
    table.put(event("a", "pod-1", 1, true));
    table.put(event("a", "pod-2", 2, true));

    assertThat(table.group("pod-1")).isEmpty();
    assertThat(table.group("pod-2")).hasSize(1);
  }

  @Test
  void dropsTheOldestOfAFullGroup() {
    table.put(event("a", "pod-1", 1, true));
    table.put(event("b", "pod-1", 2, true));
    table.put(event("c", "pod-1", 3, true));

    assertThat(table.group("pod-1")).extracting(e -> e.meta().name()).containsExactly("b", "c");
    assertThat(table.size()).isEqualTo(2);
  }

  @Test
  void replacesOnlyTheRecordsOfTheListedWatch() {
    table.put(event("warning", "pod-1", 1, true));
    table.put(event("ordinary", "pod-1", 2, false));

    table.replaceAll(List.of(event("new", "pod-2", 3, true)), EventRecord::warning, "9");

    assertThat(table.after(null))
        .extracting(e -> e.meta().name())
        .containsExactly("new", "ordinary");
    assertThat(table.seenVersion()).isEqualTo("9");
  }

  @Test
  void wakesWhoWaitsForAVersion() {
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(() -> table.awaitSeen(key("a"), "5", SOON));

    table.put(event("a", "pod-1", 4, true));
    assertThat(table.awaitSeen(key("a"), "5", NOT_AT_ALL)).isFalse();
    table.saw("6");

    assertThat(waiting.join()).isTrue();
  }

  @Test
  void knowsWhenAnObjectIsGoneOrWasMadeAnew() {
    table.put(event("a", "pod-1", 4, true));

    assertThat(table.awaitGone(key("a"), "uid-a", NOT_AT_ALL)).isFalse();
    assertThat(table.awaitGone(key("a"), "uid-of-the-one-before", NOT_AT_ALL)).isTrue();
    table.remove(key("a"), "5");
    assertThat(table.awaitGone(key("a"), "uid-a", NOT_AT_ALL)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5, true",
    "10, 9, true",
    "9, 10, false",
    "184467440737095516160, 184467440737095516159, true",
    "abc, abc, true",
    "abd, abc, false",
    "'', 1, false",
  })
  void comparesVersionsAsNumbersAndOthersByEquality(String seen, String wanted, boolean reaches) {
    assertThat(ResourceVersions.reaches(seen, wanted)).isEqualTo(reaches);
  }

  private static ObjectKey key(String name) {
    return new ObjectKey("default", name);
  }

  private static EventRecord event(String name, String about, int version, boolean warning) {
    return new EventRecord(
        new Meta(key(name), "uid-" + name, Integer.toString(version), 0, THEN, null),
        about,
        "Pod",
        about,
        warning,
        "Failed",
        "",
        "kubelet",
        1,
        THEN,
        THEN.plusSeconds(version));
  }
}
