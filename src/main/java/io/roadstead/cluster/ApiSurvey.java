// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the API server serves and which classes it has, read periodically rather than watched.
 *
 * @param groups names of the API groups that it serves
 * @param groupsProblem why they are unknown; null when they are known
 * @param metrics whether the metrics API responds; null when Roadstead is not permitted to ask
 * @param ingressClasses the IngressClasses
 * @param gatewayClasses the GatewayClasses
 * @param balancedService a Service whose load balancer has assigned it an address, as {@code
 *     namespace/name}; null when there is none
 */
public record ApiSurvey(
    Set<String> groups,
    @Nullable String groupsProblem,
    @Nullable Boolean metrics,
    Classes ingressClasses,
    Classes gatewayClasses,
    @Nullable String balancedService) {
  public ApiSurvey {
    groups = Set.copyOf(groups);
  }

  /** The survey before the first request. */
  public static ApiSurvey none(String problem) {
    Classes unknown = new Classes(List.of(), problem);
    return new ApiSurvey(Set.of(), problem, null, unknown, unknown, null);
  }

  /**
   * Classes to choose from.
   *
   * @param names their names
   * @param problem why they are unknown; null when they are known
   */
  public record Classes(List<String> names, @Nullable String problem) {
    public Classes {
      names = List.copyOf(names);
    }
  }
}
