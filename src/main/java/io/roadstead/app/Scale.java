// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import org.jspecify.annotations.Nullable;

/** The desired number of pods of an app. */
public sealed interface Scale {
  /** A larger number is assumed to be a typing error. */
  int MOST_REPLICAS = 10_000;

  /**
   * A fixed number of pods.
   *
   * @param replicas 0 to 10000; 0 stops the app and remembers the previous number
   */
  record Fixed(int replicas) implements Scale {
    @Override
    public void check(Violations violations) {
      violations.range("replicas", replicas, WholeNumber.REPLICAS);
    }
  }

  /**
   * A number of pods adjusted to the load by a HorizontalPodAutoscaler.
   *
   * @param minReplicas 1 to 10000
   * @param maxReplicas minReplicas to 10000
   * @param targetCpuPercent target average CPU usage, as a percentage of the request; 1 to 1000;
   *     null when only other metrics count
   * @param settings the other fields of the contract
   */
  record Autoscaling(
      int minReplicas, int maxReplicas, @Nullable Integer targetCpuPercent, Settings settings)
      implements Scale {

    public Autoscaling(int minReplicas, int maxReplicas, int targetCpuPercent) {
      this(minReplicas, maxReplicas, targetCpuPercent, Settings.NONE);
    }

    /** From numbers that must all be set; null for those that are not. */
    public static Autoscaling of(
        @Nullable Integer minReplicas,
        @Nullable Integer maxReplicas,
        @Nullable Integer targetCpuPercent,
        Settings settings,
        Violations violations) {
      String at = "autoscaling";
      int least = violations.required(at + ".minReplicas", minReplicas, WholeNumber.MIN_REPLICAS);
      if (maxReplicas == null) {
        violations.missing(at + ".maxReplicas", Messages.maxReplicas(least));
      }
      return new Autoscaling(
          least, maxReplicas == null ? least : maxReplicas, targetCpuPercent, settings);
    }

    @Override
    public void check(Violations violations) {
      String at = "autoscaling";
      violations.range(at + ".minReplicas", minReplicas, WholeNumber.MIN_REPLICAS);
      violations.range(at + ".maxReplicas", maxReplicas, WholeNumber.MAX_REPLICAS);
      violations.check(
          maxReplicas >= minReplicas || violations.has(at + ".minReplicas"),
          at + ".maxReplicas",
          maxReplicas,
          Messages.belowMinReplicas(minReplicas));
      violations.range(at + ".targetCpuPercent", targetCpuPercent, WholeNumber.TARGET_CPU_PERCENT);
      if (targetCpuPercent == null
          && !settings.has("targetMemoryPercent")
          && !settings.has("metrics")) {
        violations.missing(at + ".targetCpuPercent", Messages.METRIC);
      }
    }
  }

  /** This scale, or INVALID_ARGUMENT with every violation. */
  default Scale validated() {
    return validated(new Violations());
  }

  /** The same, including violations found while the request was read. */
  default Scale validated(Violations violations) {
    check(violations);
    violations.throwIfAny();
    return this;
  }

  /** Records what is wrong; the fields have the same names in a deploy and in a scale request. */
  void check(Violations violations);
}
