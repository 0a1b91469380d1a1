// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import org.jspecify.annotations.Nullable;

/** The strong entity-tag of the desired state of an app (RFC 9110 section 8.8.3). */
final class Etag {
  private Etag() {}

  /**
   * The number of replicas is included unless an autoscaler sets it: it is not part of the desired
   * state then.
   */
  static String of(
      DeploymentRecord deployment,
      @Nullable ServiceRecord service,
      @Nullable AutoscalerRecord autoscaler) {
    boolean scaled = autoscaler != null && autoscaler.scales(deployment.meta().name());
    String digest =
        Digest.of(
            deployment.meta().uid(),
            deployment.specDigest(),
            scaled ? "" : Integer.toString(deployment.desiredReplicas()),
            service == null ? "" : service.meta().uid() + service.specDigest(),
            autoscaler == null ? "" : autoscaler.meta().uid() + autoscaler.specDigest());
    return '"' + digest + '"';
  }
}
