// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the warnings about one request, each once, for the headers of its response. */
final class RequestWarnings {
  private final Set<String> texts = new LinkedHashSet<>();

  synchronized void add(String text) {
    texts.add(text);
  }

  /** The values of the {@code Warning} headers, as in RFC 9110. */
  synchronized List<String> headers() {
    return texts.stream()
        .map(text -> text.replace("\\", "\\\\").replace("\"", "\\\""))
        .map(text -> "299 - \"" + text + "\"")
        .toList();
  }
}
