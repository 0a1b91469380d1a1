// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.ServiceSpecBuilder;
import io.fabric8.kubernetes.api.model.ServiceStatus;
import io.roadstead.app.AppName;
import io.roadstead.app.Exposure;
import io.roadstead.app.ExposurePort;
import io.roadstead.app.Settings;
import io.roadstead.cluster.BalancerVocabulary;
import io.roadstead.cluster.ExposureType;
import io.roadstead.cluster.ServiceFacts;
import io.roadstead.kubernetes.mapping.Mapping;
import io.roadstead.kubernetes.mapping.Trees;
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
  private static final String ANNOTATIONS = "annotations";

  private ServiceMapping() {}

  /**
   * The Service for an exposure with explicit ports.
   *
   * @param labels the app's custom labels
   * @param selector the labels of its pods
   * @param found the existing Service, or null
   */
  public static Service desired(
      AppName name,
      Exposure exposure,
      Map<String, String> labels,
      Map<String, String> selector,
      @Nullable Service found) {
    return new ServiceBuilder()
        .withNewMetadata()
        .withNamespace(name.namespace())
        .withName(found == null ? name(name) : found.getMetadata().getName())
        .withLabels(AppLabels.of(found == null ? null : found.getMetadata(), name, labels))
        .withAnnotations(Fields.orNull(annotations(exposure)))
        .endMetadata()
        .withSpec(
            new ServiceSpecBuilder(said(exposure).getSpec())
                .withSelector(new TreeMap<>(selector))
                .build())
        .build();
  }

  /** The name of the app, in the form of a Service's name (RFC 1035 label). */
  public static String name(AppName name) {
    String label = name.app().replace('.', '-');
    String begun = Character.isLetter(label.charAt(0)) ? label : "app-" + label;
    return Names.within(Names.LABEL, begun);
  }

  /** The part of an existing Service that the exposure of its app expresses. */
  public static Service said(Service live) {
    ServiceRecord found = observed(live);
    ExposureType type = found.exposure();
    return type == null
        ? new ServiceBuilder().build()
        : said(new Exposure(type, found.ports(), found.settings()));
  }

  /** The part of a Service that an exposure expresses. */
  static Service said(Exposure exposure) {
    ServiceSpec spec =
        new ServiceSpecBuilder()
            .withType(type(exposure.type()))
            .withPorts(exposure.ports().stream().map(ServiceMapping::desired).toList())
            .build();
    return new ServiceBuilder()
        .withNewMetadata()
        .withAnnotations(annotations(exposure))
        .endMetadata()
        .withSpec(Mapping.SERVICE.with(spec, exposure.settings(), ServiceSpec.class))
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

  private static Map<String, String> annotations(Exposure exposure) {
    Map<String, String> annotations = exposure.settings().texts(ANNOTATIONS);
    if (exposure.type() == ExposureType.EXTERNAL) {
      annotations.put(AppKeys.EXPOSURE, exposure.type().name());
    }
    return annotations;
  }

  private static ServicePort desired(ExposurePort port) {
    String target = port.targetPort() == null ? Integer.toString(port.port()) : port.targetPort();
    return new ServicePortBuilder()
        .withName(port.name())
        .withPort(port.port())
        .withTargetPort(ProbeMapping.port(target))
        .withProtocol(port.protocol().name())
        .withNodePort(port.nodePort())
        .withAppProtocol(port.appProtocol())
        .build();
  }

  /** The record of a Service. */
  public static ServiceRecord observed(Service service) {
    ServiceSpec spec = service.getSpec() == null ? new ServiceSpec() : service.getSpec();
    Map<String, String> ours =
        Fields.only(service.getMetadata().getAnnotations(), key -> key.startsWith(AppKeys.PREFIX));
    Map<String, String> shown =
        Fields.only(service.getMetadata().getAnnotations(), Bookkeeping::isNone);
    ExposureType type = exposure(spec, ours.get(AppKeys.EXPOSURE));
    List<ExposurePort> ports =
        Fields.orEmpty(spec.getPorts()).stream().map(ServiceMapping::observed).toList();
    Settings settings = Mapping.SERVICE.of(Trees.of(spec)).with(ANNOTATIONS, shown);
    return new ServiceRecord(
        Meta.of(service.getMetadata()),
        AppLabels.isManaged(service.getMetadata()),
        type,
        settings,
        NotShown.of(service, type == null ? null : new Exposure(type, ports, settings)),
        Fields.only(spec.getSelector(), key -> true),
        ports,
        clusterIps(spec),
        ingress(service.getStatus()),
        spec.getLoadBalancerClass(),
        Fields.only(service.getMetadata().getAnnotations(), BALANCERS::hasAnnotation),
        Fields.orEmpty(service.getMetadata().getFinalizers()).stream()
            .anyMatch(BALANCERS::hasFinalizer),
        "Local".equals(spec.getExternalTrafficPolicy()),
        changeTime(service.getMetadata()),
        Digest.of(Digest.tree(spec), shown, ours));
  }

  private static @Nullable ExposureType exposure(ServiceSpec spec, @Nullable String annotation) {
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
        nodePort == null || nodePort == 0 ? null : nodePort,
        port.getAppProtocol());
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
