// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

/** Names that are made of other names, and labels with names, within the limits of Kubernetes. */
final class Names {
  /** What a label's value and the name of a Service may have. */
  static final int LABEL = 63;

  /** What the name of any other object may have. */
  static final int SUBDOMAIN = 253;

  private static final int DIGITS = 10;

  private Names() {}

  /** The name, or if it is too long, its beginning and a digest of it. */
  static String within(int longest, String name) {
    return name.length() <= longest ? name : joined(longest, name, Digest.hex(DIGITS, name));
  }

  /** Two names, of which the first is shortened when both are too long. */
  static String joined(int longest, String first, String last) {
    int room = longest - last.length() - 1;
    String begin = first.substring(0, Math.min(room, first.length()));
    return begin.replaceFirst("[-.]+$", "") + "-" + last;
  }
}
