// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/**
 * What a cluster can do for an app beyond running it.
 *
 * @param loadBalancer an address of its own for a Service of type LoadBalancer
 * @param metrics CPU and memory of pods ({@code metrics.k8s.io})
 * @param autoscaling scaling on load, which needs the metrics
 * @param ingress Ingress classes to choose from
 * @param gatewayApi Gateway classes to choose from
 */
public record Capabilities(
    Capability loadBalancer,
    Capability metrics,
    Capability autoscaling,
    Capability ingress,
    Capability gatewayApi) {

  /** The capabilities of a cluster of a recognized system. */
  public static Capabilities of(
      Recognition recognition, ClusterFingerprint cluster, ApiSurvey survey) {
    Capability metrics = ApiCapabilities.metrics(recognition.system(), survey);
    return new Capabilities(
        BalancerCapability.of(recognition, cluster, survey),
        metrics,
        ApiCapabilities.autoscaling(metrics),
        ApiCapabilities.ingress(recognition.system(), survey),
        ApiCapabilities.gatewayApi(survey));
  }
}
