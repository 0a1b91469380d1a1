// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.roadstead.app.AppName;
import io.roadstead.app.Metadata;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The labels of an app's objects (Kubernetes: "Recommended Labels"). */
public final class AppLabels {
  private AppLabels() {}

  /** What selects the app's pods; it can't be changed later, so it has only what never changes. */
  public static Map<String, String> selector(AppName name) {
    var labels = new TreeMap<String, String>();
    labels.put(AppKeys.NAME, name.app());
    labels.put(AppKeys.INSTANCE, name.app());
    return labels;
  }

  /** All labels of an object of the app that has these labels of its own. */
  public static Map<String, String> desired(AppName name, Map<String, String> own) {
    var labels = new TreeMap<>(own);
    labels.putAll(selector(name));
    labels.put(AppKeys.MANAGED_BY, AppKeys.ROADSTEAD);
    return labels;
  }

  /** The app's own of all labels of an object, as a deploy gave them. */
  public static Map<String, String> observed(Map<String, String> labels) {
    var own = new TreeMap<>(labels);
    own.keySet().removeIf(Metadata::isReserved);
    return own;
  }

  /** Whether Roadstead owns the object. */
  public static boolean isManaged(@Nullable ObjectMeta meta) {
    return meta != null && isManaged(Fields.orEmpty(meta.getLabels()));
  }

  static boolean isManaged(Map<String, String> labels) {
    return AppKeys.ROADSTEAD.equals(labels.get(AppKeys.MANAGED_BY));
  }
}
