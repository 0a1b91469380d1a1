// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The outcomes of attempts to connect to addresses. */
@FunctionalInterface
public interface Reachability {
  /** No address is ever tried. */
  Reachability NONE = address -> null;

  /** The latest attempt at an address; null when it has not been tried. Never blocks. */
  @Nullable Attempt latest(Address address);

  /**
   * One attempt.
   *
   * @param outcome its outcome
   * @param time when it ended
   */
  record Attempt(Outcome outcome, Instant time) {}

  /** The outcome of an attempt. */
  enum Outcome {
    /** Something responded. */
    ANSWERED,
    /** The host name does not resolve. */
    NAME_UNKNOWN,
    /** The connection was refused, or closed without a response. */
    REFUSED,
    /** There was no response in time. */
    SILENT,
    /** The address must not be tried from here. */
    NOT_TRIED
  }
}
