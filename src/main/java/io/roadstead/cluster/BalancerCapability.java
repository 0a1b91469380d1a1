// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether a cluster provides load balancers: through its system, an add-on, or not at all. */
final class BalancerCapability {
  private BalancerCapability() {}

  static Capability of(Recognition recognition, ClusterFingerprint cluster, ApiSurvey survey) {
    var signs = new Signs(cluster);
    ClusterSystem system = recognition.system();
    List<String> addOns = found(true, signs);
    if (system.knowledge().providesLoadBalancers(signs)) {
      List<String> names = new ArrayList<>(List.of(system.displayName()));
      names.addAll(addOns);
      return new Capability(
          Availability.BUILT_IN,
          names,
          ClusterMessages.builtIn(system.displayName(), system.knowledge().balancerCondition()),
          null);
    }
    if (!addOns.isEmpty()) {
      return new Capability(Availability.INSTALLED, addOns, ClusterMessages.seen(addOns), null);
    }
    if (survey.balancedService() != null) {
      return new Capability(
          Availability.INSTALLED,
          List.of(),
          ClusterMessages.balanced(survey.balancedService()),
          null);
    }
    return withoutSigns(system, signs, survey);
  }

  private static Capability withoutSigns(ClusterSystem system, Signs signs, ApiSurvey survey) {
    List<String> possible = found(false, signs);
    if (!possible.isEmpty()) {
      return unknown(possible, ClusterMessages.possible(possible));
    }
    if (survey.groupsProblem() != null) {
      return unknown(List.of(), survey.groupsProblem());
    }
    if (system == ClusterSystem.UNKNOWN) {
      return unknown(List.of(), ClusterMessages.NO_SIGN);
    }
    return new Capability(
        Availability.NONE,
        List.of(),
        ClusterMessages.noBalancers(system),
        system.knowledge().balancerRemedy());
  }

  private static Capability unknown(List<String> names, String evidence) {
    return new Capability(Availability.UNKNOWN, names, evidence, null);
  }

  private static List<String> found(boolean certain, Signs signs) {
    return Arrays.stream(BalancerAddOn.values())
        .filter(addOn -> addOn.isCertain() == certain && addOn.isIn(signs))
        .map(BalancerAddOn::displayName)
        .toList();
  }
}
