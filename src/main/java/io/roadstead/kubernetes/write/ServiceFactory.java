// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.roadstead.app.AppName;
import io.roadstead.app.Exposure;
import io.roadstead.app.ExposurePort;
import io.roadstead.app.ExposureType;
import io.roadstead.kubernetes.watch.AppKeys;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds the Service of an exposure. Addresses and node ports that were not asked for are left to
 * the API server, which keeps those it has given and drops them when the type has none.
 */
final class ServiceFactory {
  private ServiceFactory() {}

  /**
   * The Service for an exposure with explicit ports.
   *
   * @param labels the app's own labels
   * @param selector the labels of its pods
   */
  static Service desired(
      AppName name, Exposure exposure, Map<String, String> labels, Map<String, String> selector) {
    return new ServiceBuilder()
        .withNewMetadata()
        .withNamespace(name.namespace())
        .withName(name.app())
        .withLabels(AppLabels.of(name, labels))
        .withAnnotations(annotations(exposure.type()))
        .endMetadata()
        .withNewSpec()
        .withType(type(exposure.type()))
        .withSelector(new TreeMap<>(selector))
        .withPorts(exposure.ports().stream().map(ServiceFactory::port).toList())
        .endSpec()
        .build();
  }

  /** A LoadBalancer has node ports too, so it serves clusters without a balancer as well. */
  private static String type(ExposureType type) {
    return switch (type) {
      case INTERNAL -> "ClusterIP";
      case NODE_PORT -> "NodePort";
      case LOAD_BALANCER, EXTERNAL -> "LoadBalancer";
    };
  }

  private static Map<String, String> annotations(ExposureType type) {
    return type == ExposureType.EXTERNAL ? Map.of(AppKeys.EXPOSURE, type.name()) : Map.of();
  }

  private static ServicePort port(ExposurePort port) {
    String target = port.targetPort() == null ? Integer.toString(port.port()) : port.targetPort();
    return new ServicePortBuilder()
        .withName(port.name())
        .withPort(port.port())
        .withTargetPort(ProbeFactory.port(target))
        .withProtocol(port.protocol().name())
        .withNodePort(port.nodePort())
        .build();
  }
}
