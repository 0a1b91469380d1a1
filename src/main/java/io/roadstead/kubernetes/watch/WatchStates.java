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

/** What is known of the watches themselves, and what that says about the age of the cache. */
@ApplicationScoped
class WatchStates {
  /** A watch ends every few minutes and is resumed at once; that makes nothing old. */
  private static final Duration ORDINARY_GAP = Duration.ofSeconds(2);

  private final Map<String, State> states = new ConcurrentHashMap<>();
  private final Clock clock;
  private volatile Heard heard = new Heard(null, true, "");

  WatchStates(Clock clock) {
    this.clock = clock;
  }

  /**
   * One watch.
   *
   * @param synced whether it has listed everything once
   * @param downSince since when it is not being told of changes; null while it is
   * @param lastContact when it last heard anything
   * @param connections how often it was connected
   * @param obstacle why it does not work; empty while it does
   * @param refusal why it is done without; empty while it is not
   */
  private record State(
      boolean synced,
      @Nullable Instant downSince,
      Instant lastContact,
      int connections,
      String obstacle,
      String refusal) {}

  /**
   * What the API server says when it is asked whether it is there.
   *
   * @param last when it last answered, or null
   * @param answering whether it answered the last time
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

  /** What may not be read is done without: it is as complete and fresh as it will get. */
  void refused(String watch, String why) {
    Instant now = clock.instant();
    change(watch, state -> new State(true, null, now, state.connections(), "", why));
  }

  /** Why a watch is done without, in a sentence; empty when it is not. */
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
   * Why the cluster can't be read, or what is still waited for, in whole sentences; empty when
   * nothing is wrong or missing.
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

  /** What there is to wait for, where nothing has failed. */
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

  /** How often each watch had to be resumed. */
  int restarts(String watch) {
    State state = states.get(watch);
    return state == null ? 0 : Math.max(0, state.connections() - 1);
  }

  /**
   * Fresh as of the last sign of life, while every watch is connected; else stale as of the last
   * moment at which everything was still being heard of.
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
