// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.roadstead.app.ExposurePort;
import io.roadstead.app.Settings;
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
 *     (ExternalName)
 * @param settings the settings of the exposure that it has
 * @param notShown the paths of what an exposure can't express
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
    Settings settings,
    List<String> notShown,
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
    notShown = List.copyOf(notShown);
    selector = Map.copyOf(selector);
    ports = List.copyOf(ports);
    clusterIps = List.copyOf(clusterIps);
    ingress = List.copyOf(ingress);
    balancerAnnotations = Map.copyOf(balancerAnnotations);
  }

  /** From how far outside it is reached: 0 is the farthest. */
  int reach() {
    if (exposure == null) {
      return ExposureType.values().length;
    }
    return switch (exposure) {
      case LOAD_BALANCER, EXTERNAL -> 0;
      case NODE_PORT -> 1;
      case INTERNAL -> clusterIps.isEmpty() ? 3 : 2;
    };
  }

  /**
   * What a group of Services that may select the same pods have in common: the namespace, and one
   * label.
   */
  public String selectorGroup() {
    return selector.entrySet().stream()
        .min(Map.Entry.comparingByKey())
        .map(label -> selectorGroup(meta.namespace(), label))
        .orElse("");
  }

  /** The group of the Services that select pods with a label, among others. */
  public static String selectorGroup(String namespace, Map.Entry<String, String> label) {
    return namespace + "/" + label.getKey() + "=" + label.getValue();
  }

  /** Whether it selects pods with these labels. */
  public boolean selects(Map<String, String> podLabels) {
    return !selector.isEmpty() && podLabels.entrySet().containsAll(selector.entrySet());
  }
}
