// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.roadstead.app.AppStatus.Freshness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is known of the watches themselves, and what that says about the age of the cache. */
@ApplicationScoped
class WatchStates {
  private final Map<String, State> states = new ConcurrentHashMap<>();
  private final Clock clock;

  /** The last time that the API server answered the question whether it is there. */
  private volatile @Nullable Instant lastAnswer;

  private volatile boolean answering = true;

  /** Why a watch does not work, in words; empty while all do. */
  private volatile String obstacle = "";

  WatchStates(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param synced whether it has listed everything once
   * @param connected whether it is being told of changes
   * @param lastContact when it last heard anything
   */
  private record State(boolean synced, boolean connected, Instant lastContact) {}

  void register(String watch) {
    states.put(watch, new State(false, false, Instant.EPOCH));
  }

  void connected(String watch) {
    states.put(watch, new State(true, true, clock.instant()));
  }

  void heard(String watch) {
    states.computeIfPresent(
        watch, (name, state) -> new State(state.synced(), state.connected(), clock.instant()));
  }

  void failed(String watch, String why) {
    disconnected(watch);
    obstacle = why;
  }

  String obstacle() {
    return obstacle;
  }

  void disconnected(String watch) {
    states.computeIfPresent(
        watch, (name, state) -> new State(state.synced(), false, state.lastContact()));
  }

  void answered() {
    lastAnswer = clock.instant();
    answering = true;
  }

  void silent() {
    answering = false;
  }

  boolean synced() {
    return !states.isEmpty() && states.values().stream().allMatch(State::synced);
  }

  /** Fresh as of the last proof that the API server is there, while every watch is connected. */
  Freshness freshness() {
    Collection<State> all = states.values();
    boolean stale = !answering || all.isEmpty() || !all.stream().allMatch(State::connected);
    if (stale) {
      return new Freshness(lastComplete(all), true);
    }
    Instant last = all.stream().map(State::lastContact).max(Instant::compareTo).orElseThrow();
    Instant answer = lastAnswer;
    return new Freshness(answer != null && answer.isAfter(last) ? answer : last, false);
  }

  /** Until then every watch that is broken now was still being heard of. */
  private Instant lastComplete(Collection<State> all) {
    Instant answer = lastAnswer;
    Instant broken =
        all.stream()
            .filter(state -> !state.connected())
            .map(State::lastContact)
            .min(Instant::compareTo)
            .orElse(Instant.MAX);
    if (answer != null && answer.isBefore(broken) && !answering) {
      return answer;
    }
    return broken.equals(Instant.MAX) ? Instant.EPOCH : broken;
  }
}
