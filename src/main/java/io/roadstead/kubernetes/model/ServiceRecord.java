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
 * What is kept of a Service.
 *
 * @param meta its metadata
 * @param managed whether Roadstead owns it
 * @param exposure what it means for an app; null for kinds that an exposure can't say (headless,
 *     ExternalName)
 * @param selector the labels of the pods behind it
 * @param ports its ports
 * @param clusterIps its addresses in the cluster
 * @param ingress addresses of its load balancer
 * @param balancerClass {@code spec.loadBalancerClass}, or null for the cluster's default
 * @param balancerAnnotations its annotations that say where a load balancer is placed
 * @param takenUp whether a load-balancer controller has put its finalizer on it
 * @param localTraffic whether a node's port leads to pods on that node only
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

  /** Whether pods with these labels stand behind it. */
  public boolean selects(Map<String, String> podLabels) {
    return !selector.isEmpty() && podLabels.entrySet().containsAll(selector.entrySet());
  }
}
