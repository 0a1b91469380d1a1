// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import org.jspecify.annotations.Nullable;

/** The state of a container. */
public enum ContainerState {
  /** It does not run yet, or waits to be restarted. */
  WAITING("Waiting"),
  /** It runs. */
  RUNNING("Running"),
  /** It has ended. */
  TERMINATED("Terminated");

  private final String word;

  ContainerState(String word) {
    this.word = word;
  }

  /** The state as text, with the Kubernetes reason if there is one. */
  public String words(@Nullable String reason) {
    return reason == null ? word : word + ": " + reason;
  }
}
