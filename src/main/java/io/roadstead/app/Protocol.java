// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

/** The transport protocol of a port. */
public enum Protocol {
  /** The default. */
  TCP,
  UDP,
  SCTP
}
