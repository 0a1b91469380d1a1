// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.AppName;
import io.roadstead.kubernetes.watch.AppKeys;
import java.util.Map;
import java.util.TreeMap;

/** The labels of an app's objects (Kubernetes: "Recommended Labels"). */
final class AppLabels {
  private AppLabels() {}

  /** What selects the app's pods; it can't be changed later, so it has only what never changes. */
  static Map<String, String> selector(AppName name) {
    var labels = new TreeMap<String, String>();
    labels.put(AppKeys.NAME, name.app());
    labels.put(AppKeys.INSTANCE, name.app());
    return labels;
  }

  /** All labels of an object of the app. */
  static Map<String, String> of(AppName name, Map<String, String> own) {
    var labels = new TreeMap<>(own);
    labels.putAll(selector(name));
    labels.put(AppKeys.MANAGED_BY, AppKeys.ROADSTEAD);
    return labels;
  }
}
