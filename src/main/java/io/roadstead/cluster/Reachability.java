// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Knows which addresses were tried, and what came of it. */
@FunctionalInterface
public interface Reachability {
  /** Nothing is ever tried. */
  Reachability NONE = address -> null;

  /** The latest attempt at an address; null when it has not been tried. Never blocks. */
  @Nullable Attempt latest(Address address);

  /**
   * One attempt.
   *
   * @param outcome what came of it
   * @param time when it ended
   */
  record Attempt(Outcome outcome, Instant time) {}

  /** What may come of an attempt. */
  enum Outcome {
    /** Something answered. */
    ANSWERED,
    /** The host name does not resolve. */
    NAME_UNKNOWN,
    /** The connection was refused or ended without an answer. */
    REFUSED,
    /** Nothing answered in time. */
    SILENT,
    /** It is not an address that may be tried from here. */
    NOT_TRIED
  }
}
