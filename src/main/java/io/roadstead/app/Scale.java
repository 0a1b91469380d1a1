// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

/** How many pods an app shall have. */
public sealed interface Scale {
  /** More than this is taken for a slip of the finger. */
  int MOST_REPLICAS = 10_000;

  /** What a scale request must say. */
  String ONE_OF_RULE = "must be given, or autoscaling";

  /** What no request may say. */
  String NOT_BOTH_RULE = "must not be given together with autoscaling";

  /**
   * A fixed number of pods.
   *
   * @param replicas 0 to 10000; 0 stops the app and remembers the count it had
   */
  record Fixed(int replicas) implements Scale {
    @Override
    public void check(Violations violations) {
      checkReplicas(violations, replicas);
    }
  }

  /**
   * As many as the load needs, by a HorizontalPodAutoscaler.
   *
   * @param minReplicas 1 to 10000
   * @param maxReplicas minReplicas to 10000
   * @param targetCpuPercent average CPU use, in percent of the request, to aim at; 1 to 1000
   */
  record Autoscaling(int minReplicas, int maxReplicas, int targetCpuPercent) implements Scale {
    private static final int HIGHEST_PERCENT = 1000;

    @Override
    public void check(Violations violations) {
      String at = "autoscaling";
      violations.check(
          minReplicas >= 1 && minReplicas <= MOST_REPLICAS,
          at + ".minReplicas",
          minReplicas,
          "must be from 1 to " + MOST_REPLICAS);
      violations.check(
          maxReplicas >= minReplicas && maxReplicas <= MOST_REPLICAS,
          at + ".maxReplicas",
          maxReplicas,
          "must be from minReplicas (" + minReplicas + ") to " + MOST_REPLICAS);
      violations.check(
          targetCpuPercent >= 1 && targetCpuPercent <= HIGHEST_PERCENT,
          at + ".targetCpuPercent",
          targetCpuPercent,
          "must be from 1 to " + HIGHEST_PERCENT);
    }
  }

  /** This scale, or INVALID_ARGUMENT with every violation. */
  default Scale validated() {
    var violations = new Violations();
    check(violations);
    violations.throwIfAny();
    return this;
  }

  /** Records what is wrong; the fields have the same names in a deploy and in a scale request. */
  void check(Violations violations);

  private static void checkReplicas(Violations violations, int replicas) {
    violations.check(
        replicas >= 0 && replicas <= MOST_REPLICAS,
        "replicas",
        replicas,
        "must be from 0 to " + MOST_REPLICAS);
  }
}
