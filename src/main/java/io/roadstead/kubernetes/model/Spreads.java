// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.roadstead.app.Settings;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The pods that a spread counts: by default, those that the selector of the app selects. */
final class Spreads {
  private static final String PLACEMENT = "placement";
  private static final String SPREAD = "spread";
  private static final String MATCH_LABELS = "matchLabels";
  private static final String LABELS = "labels";

  private Spreads() {}

  /** Settings in which every spread names the labels of the pods that it counts. */
  static Settings withSelector(Settings settings, Map<String, String> selector) {
    return each(settings, spread -> selects(spread) ? spread : spread.with(MATCH_LABELS, selector));
  }

  /** Settings in which no spread names the selector of the app; one without any is left out. */
  static Settings withoutSelector(Settings settings, Map<String, String> selector) {
    Settings placement = settings.group(PLACEMENT);
    List<Map<String, Object>> counting =
        placement.groups(SPREAD).stream().filter(Spreads::selects).map(Settings::values).toList();
    if (!placement.has(SPREAD)) {
      return settings;
    }
    Settings kept = placement.with(SPREAD, counting.isEmpty() ? null : counting);
    return each(
        settings.with(PLACEMENT, kept.values()),
        spread ->
            spread.texts(MATCH_LABELS).equals(selector) && !spread.has(LABELS)
                ? spread.with(MATCH_LABELS, null)
                : spread);
  }

  private static boolean selects(Settings spread) {
    return spread.has(MATCH_LABELS) || spread.has(LABELS) || spread.is("allPods");
  }

  private static Settings each(Settings settings, UnaryOperator<Settings> change) {
    Settings placement = settings.group(PLACEMENT);
    return placement.has(SPREAD)
        ? settings.with(PLACEMENT, placement.withEach(SPREAD, change).values())
        : settings;
  }
}
