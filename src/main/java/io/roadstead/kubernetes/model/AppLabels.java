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

  /**
   * The labels that select the app's pods; selectors are immutable, so only labels that never
   * change are included.
   */
  public static Map<String, String> selector(AppName name) {
    var labels = new TreeMap<String, String>();
    labels.put(AppKeys.NAME, value(name));
    labels.put(AppKeys.INSTANCE, value(name));
    return labels;
  }

  /** A Deployment that exists can have a name that is too long for a label. */
  private static String value(AppName name) {
    return Names.within(Names.LABEL, name.app());
  }

  /** All labels of an object of an app with the given custom labels. */
  public static Map<String, String> desired(AppName name, Map<String, String> own) {
    var labels = new TreeMap<>(own);
    labels.putAll(selector(name));
    labels.put(AppKeys.MANAGED_BY, AppKeys.ROADSTEAD);
    return labels;
  }

  /** The labels of an existing object, or of a new one when there is none. */
  public static Map<String, String> of(
      @Nullable ObjectMeta found, AppName name, Map<String, String> own) {
    boolean made = found == null || isOf(name, found);
    return made ? desired(name, own) : adopted(Map.of());
  }

  /** The labels of an object that another tool created: its own labels keep naming it. */
  public static Map<String, String> adopted(Map<String, String> own) {
    var labels = new TreeMap<>(own);
    labels.put(AppKeys.MANAGED_BY, AppKeys.ROADSTEAD);
    return labels;
  }

  /** The custom labels among all labels of an object, as set by a deploy. */
  public static Map<String, String> observed(Map<String, String> labels) {
    var own = new TreeMap<>(labels);
    own.keySet().removeIf(Metadata::isReserved);
    return own;
  }

  /** Whether an object was made for an app. */
  public static boolean isOf(AppName name, ObjectMeta meta) {
    return value(name).equals(Fields.labels(meta).get(AppKeys.INSTANCE));
  }

  /** Whether Roadstead owns the object. */
  public static boolean isManaged(@Nullable ObjectMeta meta) {
    return meta != null && isManaged(Fields.orEmpty(meta.getLabels()));
  }

  static boolean isManaged(Map<String, String> labels) {
    return AppKeys.ROADSTEAD.equals(labels.get(AppKeys.MANAGED_BY));
  }
}
