// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.ServiceStatus;
import io.roadstead.app.AppName;
import io.roadstead.app.Exposure;
import io.roadstead.app.ExposurePort;
import io.roadstead.cluster.BalancerVocabulary;
import io.roadstead.cluster.ExposureType;
import io.roadstead.cluster.ServiceFacts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The Service that exposes an app. */
public final class ServiceMapping {
  private static final BalancerVocabulary BALANCERS = BalancerVocabulary.ofAll();

  /** The fields of a Service that define an exposure. */
  private static final List<String> REQUEST =
      List.of("f:type", "f:ports", "f:loadBalancerClass", "f:loadBalancerIP");

  private static final String HEADLESS = "None";

  private ServiceMapping() {}

  /**
   * The Service for an exposure with explicit ports.
   *
   * @param labels the app's custom labels
   * @param selector the labels of its pods
   */
  public static Service desired(
      AppName name, Exposure exposure, Map<String, String> labels, Map<String, String> selector) {
    return new ServiceBuilder()
        .withNewMetadata()
        .withNamespace(name.namespace())
        .withName(name.app())
        .withLabels(AppLabels.desired(name, labels))
        .withAnnotations(annotations(exposure.type()))
        .endMetadata()
        .withNewSpec()
        .withType(type(exposure.type()))
        .withSelector(new TreeMap<>(selector))
        .withPorts(exposure.ports().stream().map(ServiceMapping::desired).toList())
        .endSpec()
        .build();
  }

  /**
   * A LoadBalancer Service has node ports too, so it also works in clusters without a load
   * balancer.
   */
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

  private static ServicePort desired(ExposurePort port) {
    String target = port.targetPort() == null ? Integer.toString(port.port()) : port.targetPort();
    return new ServicePortBuilder()
        .withName(port.name())
        .withPort(port.port())
        .withTargetPort(ProbeMapping.port(target))
        .withProtocol(port.protocol().name())
        .withNodePort(port.nodePort())
        .build();
  }

  /** The record of a Service. */
  public static ServiceRecord observed(Service service) {
    ServiceSpec spec = service.getSpec() == null ? new ServiceSpec() : service.getSpec();
    Map<String, String> ours =
        Fields.only(service.getMetadata().getAnnotations(), key -> key.startsWith(AppKeys.PREFIX));
    return new ServiceRecord(
        Meta.of(service.getMetadata()),
        AppLabels.isManaged(service.getMetadata()),
        exposure(spec, ours.get(AppKeys.EXPOSURE)),
        Fields.only(spec.getSelector(), key -> true),
        Fields.orEmpty(spec.getPorts()).stream().map(ServiceMapping::observed).toList(),
        clusterIps(spec),
        ingress(service.getStatus()),
        spec.getLoadBalancerClass(),
        Fields.only(service.getMetadata().getAnnotations(), BALANCERS::hasAnnotation),
        Fields.orEmpty(service.getMetadata().getFinalizers()).stream()
            .anyMatch(BALANCERS::hasFinalizer),
        "Local".equals(spec.getExternalTrafficPolicy()),
        changeTime(service.getMetadata()),
        Digest.of(Digest.tree(spec), Map.of(), ours));
  }

  private static @Nullable ExposureType exposure(ServiceSpec spec, @Nullable String annotation) {
    if (HEADLESS.equals(spec.getClusterIP())) {
      return null;
    }
    return switch (spec.getType() == null ? "ClusterIP" : spec.getType()) {
      case "ClusterIP" -> ExposureType.INTERNAL;
      case "NodePort" -> ExposureType.NODE_PORT;
      case "LoadBalancer" ->
          ExposureType.EXTERNAL.name().equals(annotation)
              ? ExposureType.EXTERNAL
              : ExposureType.LOAD_BALANCER;
      default -> null;
    };
  }

  /** Only managedFields show when a type was changed. */
  private static Instant changeTime(ObjectMeta meta) {
    return Fields.orEmpty(meta.getManagedFields()).stream()
        .filter(ServiceMapping::isAboutRequest)
        .map(entry -> Fields.instant(entry.getTime()))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElseGet(() -> Fields.orEpoch(Fields.instant(meta.getCreationTimestamp())));
  }

  /** Changes of labels, annotations and finalizers request nothing. */
  private static boolean isAboutRequest(ManagedFieldsEntry entry) {
    return Fields.orEmpty(entry.getSubresource()).isEmpty()
        && entry.getFieldsV1() != null
        && entry.getFieldsV1().getAdditionalProperties().get("f:spec") instanceof Map<?, ?> spec
        && REQUEST.stream().anyMatch(spec::containsKey);
  }

  private static ExposurePort observed(ServicePort port) {
    Integer nodePort = port.getNodePort();
    return new ExposurePort(
        port.getName() == null || port.getName().isEmpty() ? null : port.getName(),
        Fields.orZero(port.getPort()),
        port.getTargetPort() == null ? null : ProbeMapping.port(port.getTargetPort()),
        ContainerMapping.protocol(port.getProtocol()),
        nodePort == null || nodePort == 0 ? null : nodePort);
  }

  private static List<String> clusterIps(ServiceSpec spec) {
    List<String> ips = Fields.orEmpty(spec.getClusterIPs());
    if (ips.isEmpty() && spec.getClusterIP() != null) {
      ips = List.of(spec.getClusterIP());
    }
    return ips.stream().filter(ip -> !ip.isEmpty() && !ip.equals(HEADLESS)).toList();
  }

  private static List<ServiceFacts.Ingress> ingress(@Nullable ServiceStatus status) {
    if (status == null || status.getLoadBalancer() == null) {
      return List.of();
    }
    return Fields.orEmpty(status.getLoadBalancer().getIngress()).stream()
        .map(
            entry ->
                new ServiceFacts.Ingress(
                    Fields.orEmpty(entry.getIp()), Fields.orEmpty(entry.getHostname())))
        .toList();
  }
}
