// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.traffic;

import io.roadstead.simulation.controller.ServicePorts;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The ports of Services on 127.0.0.1, each at most once. Everything runs on one dedicated event
 * loop, so that a slow client does not delay others.
 */
public final class LoopbackPorts implements ServicePorts {
  private static final String NOBODY = "";

  private final Vertx vertx =
      Vertx.vertx(
          new VertxOptions()
              .setEventLoopPoolSize(1)
              .setWorkerPoolSize(1)
              .setInternalBlockingPoolSize(1));
  private final Context loop = vertx.getOrCreateContext();
  private final Map<Integer, Held> held = new HashMap<>();

  /** A port of an owner; a port that is being closed has no owner. */
  private record Held(String owner, EchoPort port, Future<EchoPort> opened) {}

  @Override
  public void open(String owner, Set<Integer> ports, Consumer<Outcome> answer) {
    Set<Integer> wanted = Set.copyOf(ports);
    loop.runOnContext(go -> openOnLoop(owner, wanted, answer));
  }

  private void openOnLoop(String owner, Set<Integer> wanted, Consumer<Outcome> answer) {
    boolean taken = wanted.stream().anyMatch(port -> held.containsKey(port) && !owns(owner, port));
    if (taken) {
      closeAll(owner);
      answer.accept(Outcome.TAKEN);
      return;
    }
    owned(owner).stream().filter(p -> !wanted.contains(p.port())).forEach(this::close);
    List<Future<EchoPort>> opening = wanted.stream().map(port -> listen(owner, port)).toList();
    Future.join(opening)
        .onSuccess(all -> answer.accept(Outcome.OPEN))
        .onFailure(
            reason -> {
              closeAll(owner);
              answer.accept(outcome(reason));
            });
  }

  private Future<EchoPort> listen(String owner, int port) {
    Held own = held.get(port);
    if (own != null) {
      return own.opened();
    }
    EchoPort fresh = new EchoPort(vertx, port);
    Future<EchoPort> opened = fresh.open();
    held.put(port, new Held(owner, fresh, opened));
    return opened;
  }

  private static Outcome outcome(Throwable reason) {
    String message = String.valueOf(reason.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("permission denied") ? Outcome.FORBIDDEN : Outcome.TAKEN;
  }

  @Override
  public void route(String owner, Map<Integer, List<String>> hosts) {
    Map<Integer, List<String>> latest = Map.copyOf(hosts);
    loop.runOnContext(
        go ->
            owned(owner).forEach(port -> port.route(latest.getOrDefault(port.port(), List.of()))));
  }

  @Override
  public void close(String owner) {
    loop.runOnContext(go -> closeAll(owner));
  }

  private void closeAll(String owner) {
    owned(owner).forEach(this::close);
  }

  /** The port remains in use until it is actually closed. */
  private void close(EchoPort port) {
    held.put(port.port(), new Held(NOBODY, port, Future.succeededFuture(port)));
    port.close().onComplete(closed -> held.remove(port.port()));
  }

  private List<EchoPort> owned(String owner) {
    return held.values().stream().filter(one -> one.owner().equals(owner)).map(Held::port).toList();
  }

  private boolean owns(String owner, int port) {
    Held found = held.get(port);
    return found != null && found.owner().equals(owner);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
