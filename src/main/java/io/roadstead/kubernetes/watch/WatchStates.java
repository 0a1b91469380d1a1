// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.roadstead.cluster.Freshness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The state of the watches, and the age of the cache that follows from it. */
@ApplicationScoped
class WatchStates {
  /**
   * A watch ends every few minutes and is resumed immediately; this does not make the cache stale.
   */
  private static final Duration ORDINARY_GAP = Duration.ofSeconds(2);

  private final Map<String, State> states = new ConcurrentHashMap<>();
  private final Clock clock;
  private volatile Heard heard = new Heard(null, true, "");

  WatchStates(Clock clock) {
    this.clock = clock;
  }

  /**
   * The state of one watch.
   *
   * @param synced whether it has listed everything once
   * @param downSince since when it receives no changes; null while it is connected
   * @param lastContact time of the last sign of life
   * @param connections number of connections
   * @param obstacle why it does not work; empty while it does
   * @param refusal why the service continues without it; empty while it does not
   */
  private record State(
      boolean synced,
      @Nullable Instant downSince,
      Instant lastContact,
      int connections,
      String obstacle,
      String refusal) {}

  /**
   * The responses of the API server to heartbeats.
   *
   * @param last time of its last response, or null
   * @param answering whether it responded the last time
   * @param obstacle why not; empty while it does
   */
  private record Heard(@Nullable Instant last, boolean answering, String obstacle) {}

  void register(String watch) {
    states.put(watch, new State(false, clock.instant(), Instant.EPOCH, 0, "", ""));
  }

  void connected(String watch) {
    Instant now = clock.instant();
    change(watch, state -> new State(true, null, now, state.connections() + 1, "", ""));
  }

  void heard(String watch) {
    Instant now = clock.instant();
    change(
        watch,
        state ->
            new State(
                state.synced(),
                state.downSince(),
                now,
                state.connections(),
                state.obstacle(),
                state.refusal()));
  }

  void disconnected(String watch) {
    failed(watch, "");
  }

  void failed(String watch, String why) {
    Instant now = clock.instant();
    change(
        watch,
        state ->
            new State(
                state.synced(),
                state.downSince() == null ? now : state.downSince(),
                state.lastContact(),
                state.connections(),
                why,
                state.refusal()));
  }

  /**
   * Without permission to read a kind, the service continues without it: it counts as complete and
   * current.
   */
  void refused(String watch, String why) {
    Instant now = clock.instant();
    change(watch, state -> new State(true, null, now, state.connections(), "", why));
  }

  /** Why the service continues without a watch, as a sentence; empty when it does not. */
  String refusal(String watch) {
    State state = states.get(watch);
    return state == null ? "" : state.refusal();
  }

  void answered() {
    heard = new Heard(clock.instant(), true, "");
  }

  void silent(String why) {
    heard = new Heard(heard.last(), false, why);
  }

  boolean synced() {
    return !states.isEmpty() && states.values().stream().allMatch(State::synced);
  }

  /**
   * Why the cluster can't be read, or what has not been read yet, as sentences; empty when nothing
   * is wrong or missing.
   */
  String obstacle() {
    if (!heard.obstacle().isEmpty()) {
      return heard.obstacle();
    }
    return new TreeMap<>(states)
        .values().stream()
            .map(State::obstacle)
            .filter(obstacle -> !obstacle.isEmpty())
            .findFirst()
            .orElseGet(this::waiting);
  }

  /** What has not been read yet, when nothing has failed. */
  private String waiting() {
    List<String> unread = names(state -> !state.synced());
    if (!unread.isEmpty()) {
      String server = heard.last() == null ? "The API server has not answered yet. " : "";
      return server + "Not listed yet: " + String.join(", ", unread) + ".";
    }
    Instant now = clock.instant();
    List<String> down = names(state -> isDown(state, now));
    return down.isEmpty() ? "" : "Not watched right now: " + String.join(", ", down) + ".";
  }

  private List<String> names(Predicate<State> which) {
    return new TreeMap<>(states)
        .entrySet().stream()
            .filter(entry -> which.test(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
  }

  /** Number of times that each watch was resumed. */
  int restarts(String watch) {
    State state = states.get(watch);
    return state == null ? 0 : Math.max(0, state.connections() - 1);
  }

  /**
   * Current as of the last sign of life while all watches are connected; otherwise, stale as of the
   * last time at which all of them were.
   */
  Freshness freshness() {
    Heard server = heard;
    Collection<State> all = states.values();
    Instant now = clock.instant();
    boolean stale =
        !server.answering() || all.isEmpty() || all.stream().anyMatch(state -> isDown(state, now));
    return new Freshness(stale ? lastComplete(server, all) : lastSign(server, all), stale);
  }

  private static boolean isDown(State state, Instant now) {
    Instant since = state.downSince();
    return since != null && now.isAfter(since.plus(ORDINARY_GAP));
  }

  private static Instant lastSign(Heard server, Collection<State> all) {
    Instant last =
        all.stream().map(State::lastContact).max(Instant::compareTo).orElse(Instant.EPOCH);
    Instant answer = server.last();
    return answer != null && answer.isAfter(last) ? answer : last;
  }

  private static Instant lastComplete(Heard server, Collection<State> all) {
    if (all.isEmpty() || !all.stream().allMatch(State::synced)) {
      return Instant.EPOCH;
    }
    Instant down =
        all.stream()
            .map(State::downSince)
            .filter(since -> since != null)
            .min(Instant::compareTo)
            .orElse(Instant.MAX);
    Instant sign = lastSign(server, all);
    return down.isBefore(sign) ? down : sign;
  }

  private void change(String watch, UnaryOperator<State> change) {
    states.computeIfPresent(watch, (name, state) -> change.apply(state));
  }

  Collection<String> names() {
    return new TreeMap<>(states).keySet();
  }
}
