// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/** The transport protocol of a port. */
public enum Protocol {
  /** The default. */
  TCP,
  UDP,
  SCTP
}
