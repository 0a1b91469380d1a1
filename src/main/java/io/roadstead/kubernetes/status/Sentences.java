// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

/** Combines texts of the cluster and of Roadstead. */
final class Sentences {
  private Sentences() {}

  static String withoutStop(String words) {
    String trimmed = words.strip();
    return trimmed.endsWith(".") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
  }

  /** A number with its noun: "1 pod", "3 pods". */
  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
