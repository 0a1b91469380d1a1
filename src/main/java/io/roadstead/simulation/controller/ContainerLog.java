// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The output of a container in its current and its previous run, each line with its time. */
final class ContainerLog {
  private final String hostname;
  private final String image;
  private final InstantSource clock;
  private List<String> present = new ArrayList<>();
  private List<String> previous = List.of();

  ContainerLog(String hostname, String image, InstantSource clock) {
    this.hostname = hostname;
    this.image = image;
    this.clock = clock;
  }

  void started(boolean step) {
    print("Starting " + image);
    print("Running on host " + hostname);
    if (!step) {
      print("Ready to serve");
    }
  }

  void ended(List<String> lastWords) {
    lastWords.forEach(this::print);
  }

  void restarted() {
    previous = List.copyOf(present);
    present = new ArrayList<>();
  }

  private void print(String line) {
    present.add(clock.instant() + " " + line);
  }

  List<String> present() {
    return List.copyOf(present);
  }

  List<String> previous() {
    return previous;
  }
}
