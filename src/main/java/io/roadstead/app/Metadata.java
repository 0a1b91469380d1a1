// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rules for an app's custom labels and annotations. */
public final class Metadata {
  /** Kubernetes limits the annotations of an object to 256 KiB in total. */
  private static final int MOST_ANNOTATION_CHARACTERS = 262_144;

  private static final List<String> RESERVED_DOMAINS =
      List.of("roadstead.io", "kubernetes.io", "k8s.io");

  /** Recommended labels that describe an app and that Roadstead does not set itself. */
  private static final Set<String> DESCRIBING =
      Set.of(
          "app.kubernetes.io/version", "app.kubernetes.io/component", "app.kubernetes.io/part-of");

  private Metadata() {}

  static void checkLabels(Violations violations, Map<String, String> labels) {
    new TreeMap<>(labels)
        .forEach(
            (key, value) -> {
              checkKey(violations, "labels", key);
              violations.check(
                  Syntax.isLabelValue(value), "labels." + key, value, Messages.LABEL_VALUE);
            });
  }

  static void checkAnnotations(Violations violations, Map<String, String> annotations) {
    new TreeMap<>(annotations).forEach((key, value) -> checkKey(violations, "annotations", key));
    int characters =
        annotations.entrySet().stream()
            .mapToInt(e -> e.getKey().length() + e.getValue().length())
            .sum();
    violations.check(
        characters <= MOST_ANNOTATION_CHARACTERS,
        "annotations",
        null,
        Messages.characters(characters, MOST_ANNOTATION_CHARACTERS));
  }

  private static void checkKey(Violations violations, String at, String key) {
    violations.check(Syntax.isLabelKey(key), at, key, Messages.LABEL_KEY);
    violations.check(!isReserved(key), at, key, Messages.RESERVED_KEY);
  }

  /** Whether a label or annotation key is set by Roadstead or Kubernetes, never by a caller. */
  public static boolean isReserved(String key) {
    if (DESCRIBING.contains(key)) {
      return false;
    }
    int slash = key.indexOf('/');
    String prefix = slash < 0 ? "" : key.substring(0, slash);
    return RESERVED_DOMAINS.stream()
        .anyMatch(domain -> prefix.equals(domain) || prefix.endsWith("." + domain));
  }

  /** Whether it is a syntactically valid label key. */
  public static boolean isLabelKey(String key) {
    return Syntax.isLabelKey(key);
  }

  /** Whether it is a syntactically valid label value. */
  public static boolean isLabelValue(String value) {
    return Syntax.isLabelValue(value);
  }
}
