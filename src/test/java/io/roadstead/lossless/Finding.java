// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

/**
 * Something that is not as it should be.
 *
 * @param kind what it has in common with others
 * @param detail what exactly
 * @param app the app that shows it
 */
record Finding(String kind, String detail, AppCase app) {

  /** Small apps make good examples. */
  int size() {
    return app.objects().stream().mapToInt(object -> object.toString().length()).sum();
  }

  /** Removes from a message what differs from app to app. */
  static String general(String message) {
    return message
        .lines()
        .findFirst()
        .orElse("")
        .replaceAll("\"[^\"]*\"|'[^']*'", "…")
        .replaceAll("app-[a-z0-9]+(-other)?", "APP")
        .replaceAll("\\[\\d+]", "[]")
        .replaceAll("\\b\\d{3,}\\b", "N")
        .replaceAll("-\\d+\\b", "-N");
  }
}
