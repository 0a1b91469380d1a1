// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.roadstead.app.ExposurePort;
import io.roadstead.cluster.ExposureType;
import io.roadstead.cluster.ServiceFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The record of a Service.
 *
 * @param meta its metadata
 * @param managed whether Roadstead owns it
 * @param exposure the corresponding exposure; null for Services that an exposure can't express
 *     (headless, ExternalName)
 * @param selector the labels of the pods behind it
 * @param ports its ports
 * @param clusterIps its addresses in the cluster
 * @param ingress addresses of its load balancer
 * @param balancerClass {@code spec.loadBalancerClass}, or null for the cluster's default
 * @param balancerAnnotations its annotations that say where a load balancer is placed
 * @param takenUp whether a load balancer controller has put its finalizer on it
 * @param localTraffic whether a node port leads only to pods on that node
 * @param changeTime when its spec was last changed
 * @param specDigest digest of its desired spec
 */
public record ServiceRecord(
    Meta meta,
    boolean managed,
    @Nullable ExposureType exposure,
    Map<String, String> selector,
    List<ExposurePort> ports,
    List<String> clusterIps,
    List<ServiceFacts.Ingress> ingress,
    @Nullable String balancerClass,
    Map<String, String> balancerAnnotations,
    boolean takenUp,
    boolean localTraffic,
    Instant changeTime,
    String specDigest)
    implements ObservedObject {
  public ServiceRecord {
    selector = Map.copyOf(selector);
    ports = List.copyOf(ports);
    clusterIps = List.copyOf(clusterIps);
    ingress = List.copyOf(ingress);
    balancerAnnotations = Map.copyOf(balancerAnnotations);
  }

  /** Whether it selects pods with these labels. */
  public boolean selects(Map<String, String> podLabels) {
    return !selector.isEmpty() && podLabels.entrySet().containsAll(selector.entrySet());
  }
}
