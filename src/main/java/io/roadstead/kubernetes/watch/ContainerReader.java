// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.roadstead.app.Container;
import io.roadstead.app.ContainerPort;
import io.roadstead.app.EnvVar;
import io.roadstead.app.Protocol;
import io.roadstead.app.Quantity;
import io.roadstead.app.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a container of a pod template back into the app model; what that can't say is left out. */
final class ContainerReader {
  private ContainerReader() {}

  static Container read(io.fabric8.kubernetes.api.model.Container container) {
    return new Container(
        Fields.orEmpty(container.getName()),
        Fields.orEmpty(container.getImage()),
        Fields.orEmpty(container.getCommand()),
        Fields.orEmpty(container.getArgs()),
        Fields.orEmpty(container.getEnv()).stream()
            .map(ContainerReader::variable)
            .filter(Objects::nonNull)
            .toList(),
        Fields.orEmpty(container.getPorts()).stream().map(ContainerReader::port).toList(),
        resources(container.getResources()),
        ProbeReader.read(container.getStartupProbe()),
        ProbeReader.read(container.getReadinessProbe()),
        ProbeReader.read(container.getLivenessProbe()));
  }

  static Protocol protocol(@Nullable String protocol) {
    return switch (Fields.orEmpty(protocol)) {
      case "UDP" -> Protocol.UDP;
      case "SCTP" -> Protocol.SCTP;
      default -> Protocol.TCP;
    };
  }

  private static @Nullable EnvVar variable(io.fabric8.kubernetes.api.model.EnvVar variable) {
    EnvVar.Source source = source(variable.getValue(), variable.getValueFrom());
    return source == null ? null : new EnvVar(variable.getName(), source);
  }

  private static EnvVar.@Nullable Source source(
      @Nullable String value, @Nullable EnvVarSource from) {
    if (from == null) {
      return new EnvVar.Value(Fields.orEmpty(value));
    }
    if (from.getSecretKeyRef() != null) {
      var secret = from.getSecretKeyRef();
      return new EnvVar.SecretKey(
          Fields.orEmpty(secret.getName()),
          secret.getKey(),
          Boolean.TRUE.equals(secret.getOptional()));
    }
    if (from.getConfigMapKeyRef() != null) {
      var config = from.getConfigMapKeyRef();
      return new EnvVar.ConfigKey(
          Fields.orEmpty(config.getName()),
          config.getKey(),
          Boolean.TRUE.equals(config.getOptional()));
    }
    return null;
  }

  private static ContainerPort port(io.fabric8.kubernetes.api.model.ContainerPort port) {
    return new ContainerPort(
        port.getName(), Numbers.orZero(port.getContainerPort()), protocol(port.getProtocol()));
  }

  private static Resources resources(@Nullable ResourceRequirements resources) {
    return resources == null
        ? Resources.NONE
        : new Resources(amounts(resources.getRequests()), amounts(resources.getLimits()));
  }

  private static Map<String, Quantity> amounts(
      @Nullable Map<String, io.fabric8.kubernetes.api.model.Quantity> amounts) {
    return Fields.orEmpty(amounts).entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> new Quantity(entry.getValue().toString())));
  }

  static List<Container> readAll(List<io.fabric8.kubernetes.api.model.Container> containers) {
    List<Container> read = new ArrayList<>();
    containers.forEach(container -> read.add(read(container)));
    return read;
  }
}
