// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import org.jspecify.annotations.Nullable;

/** What a container does. */
public enum ContainerState {
  /** It does not run yet, or not again. */
  WAITING("Waiting"),
  /** It runs. */
  RUNNING("Running"),
  /** It has ended. */
  TERMINATED("Terminated");

  private final String word;

  ContainerState(String word) {
    this.word = word;
  }

  /** The state in words, with Kubernetes' reason where it gives one. */
  public String words(@Nullable String reason) {
    return reason == null ? word : word + ": " + reason;
  }
}
