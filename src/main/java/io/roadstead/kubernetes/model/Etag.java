// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import java.util.List;
import java.util.stream.Collectors;

/** The strong entity-tag of the desired state of an app (RFC 9110 section 8.8.3). */
final class Etag {
  private Etag() {}

  /**
   * The number of replicas is included unless an autoscaler sets it: it is not part of the desired
   * state then.
   */
  static String of(
      DeploymentRecord deployment,
      List<ServiceRecord> services,
      List<AutoscalerRecord> autoscalers) {
    boolean scaled = autoscalers.stream().anyMatch(found -> found.scales(deployment.meta().name()));
    String digest =
        Digest.of(
            deployment.meta().uid(),
            deployment.specDigest(),
            scaled ? "" : Integer.toString(deployment.desiredReplicas()),
            services.stream()
                .map(service -> service.meta().uid() + service.specDigest())
                .sorted()
                .collect(Collectors.joining()),
            autoscalers.stream()
                .map(autoscaler -> autoscaler.meta().uid() + autoscaler.specDigest())
                .sorted()
                .collect(Collectors.joining()));
    return '"' + digest + '"';
  }
}
