// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Ports of this machine on which Services respond. No method blocks. */
public interface ServicePorts extends AutoCloseable {

  /** The outcome of a request for ports. */
  enum Outcome {
    /** All of them are open. */
    OPEN,
    /** One of them belongs to another Service or to another process; none is open. */
    TAKEN,
    /** One of them needs privileges to open; none is open. */
    FORBIDDEN
  }

  /**
   * Opens exactly these ports for an owner; its other ports are closed.
   *
   * @param answer receives the outcome, on any thread
   */
  void open(String owner, Set<Integer> ports, Consumer<Outcome> answer);

  /** Sets the hosts behind each port of an owner, in order. */
  void route(String owner, Map<Integer, List<String>> hosts);

  /** Closes the ports of an owner. Idempotent. */
  void close(String owner);

  @Override
  void close();

  /** No ports at all: a Service that requests one waits forever. */
  static ServicePorts none() {
    return new ServicePorts() {
      @Override
      public void open(String owner, Set<Integer> ports, Consumer<Outcome> answer) {
        answer.accept(Outcome.FORBIDDEN);
      }

      @Override
      public void route(String owner, Map<Integer, List<String>> hosts) {}

      @Override
      public void close(String owner) {}

      @Override
      public void close() {}
    };
  }
}
