// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.roadstead.app.Container;
import io.roadstead.app.ContainerPort;
import io.roadstead.app.EnvVar;
import io.roadstead.app.Quantity;
import io.roadstead.app.Resources;
import io.roadstead.app.Settings;
import io.roadstead.cluster.Protocol;
import io.roadstead.kubernetes.mapping.Mapping;
import io.roadstead.kubernetes.mapping.ServerDefaults;
import io.roadstead.kubernetes.mapping.Trees;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Maps between containers of apps and of pod templates. Fields that an app can't express are
 * omitted on reads.
 */
final class ContainerMapping {
  private ContainerMapping() {}

  /**
   * A container of an app.
   *
   * <p>What the spec may leave out stays as it is in an existing container, and a new one of an app
   * that Roadstead created itself has secure defaults.
   *
   * <p>{@code allowPrivilegeEscalation=false} only affects setuid programs, which servers do not
   * need. {@code runAsNonRoot}, {@code readOnlyRootFilesystem} and dropped capabilities are not
   * set: ordinary images (nginx, postgres) start as root, write to their own file system and change
   * their user. The last lines of a failed container's log become its message, as evidence.
   *
   * @param live the existing container, or null
   * @param adopted whether another tool created the app
   */
  static io.fabric8.kubernetes.api.model.Container desired(
      Container container,
      io.fabric8.kubernetes.api.model.@Nullable Container live,
      boolean adopted) {
    var builder = new ContainerBuilder(asSent(container));
    if (!container.settings().group("security").has("privilegeEscalation")) {
      @Nullable Boolean escalation = live == null ? defaultEscalation(adopted) : escalation(live);
      if (escalation != null) {
        builder
            .editOrNewSecurityContext()
            .withAllowPrivilegeEscalation(escalation)
            .endSecurityContext();
      }
    }
    if (!container.settings().has("terminationMessagePolicy")) {
      builder.withTerminationMessagePolicy(
          live == null ? defaultMessagePolicy(adopted) : live.getTerminationMessagePolicy());
    }
    return builder.build();
  }

  private static @Nullable Boolean defaultEscalation(boolean adopted) {
    return adopted ? null : Boolean.FALSE;
  }

  private static @Nullable String defaultMessagePolicy(boolean adopted) {
    return adopted ? null : "FallbackToLogsOnError";
  }

  private static @Nullable Boolean escalation(io.fabric8.kubernetes.api.model.Container container) {
    return container.getSecurityContext() == null
        ? null
        : container.getSecurityContext().getAllowPrivilegeEscalation();
  }

  /** A container with only the fields that were sent. */
  static io.fabric8.kubernetes.api.model.Container asSent(Container container) {
    return Mapping.CONTAINER.with(
        typed(container).build(),
        container.settings(),
        io.fabric8.kubernetes.api.model.Container.class);
  }

  private static ContainerBuilder typed(Container container) {
    return new ContainerBuilder()
        .withName(container.name())
        .withImage(container.image())
        .withCommand(container.command())
        .withArgs(container.args())
        .withEnv(container.env().stream().map(ContainerMapping::desired).toList())
        .withPorts(container.ports().stream().map(ContainerMapping::desired).toList())
        .withResources(desired(container.resources()))
        .withStartupProbe(ProbeMapping.desired(container.startupProbe()))
        .withReadinessProbe(ProbeMapping.desired(container.readinessProbe()))
        .withLivenessProbe(ProbeMapping.desired(container.livenessProbe()));
  }

  static Container observed(io.fabric8.kubernetes.api.model.Container container) {
    return new Container(
        Fields.orEmpty(container.getName()),
        Fields.orEmpty(container.getImage()),
        Fields.orEmpty(container.getCommand()),
        Fields.orEmpty(container.getArgs()),
        Fields.orEmpty(container.getEnv()).stream()
            .map(ContainerMapping::observed)
            .filter(Objects::nonNull)
            .toList(),
        Fields.orEmpty(container.getPorts()).stream().map(ContainerMapping::observed).toList(),
        observed(container.getResources()),
        ProbeMapping.observed(container.getStartupProbe()),
        ProbeMapping.observed(container.getReadinessProbe()),
        ProbeMapping.observed(container.getLivenessProbe()),
        withoutDefault(Mapping.CONTAINER.of(Trees.of(container)), container));
  }

  /** The pull policy that Kubernetes derives from the image is not shown. */
  private static Settings withoutDefault(
      Settings settings, io.fabric8.kubernetes.api.model.Container container) {
    String derivedPolicy = ServerDefaults.pullPolicy(Fields.orEmpty(container.getImage()));
    boolean derived = derivedPolicy.equals(container.getImagePullPolicy());
    return derived ? settings.with("pullPolicy", null) : settings;
  }

  /**
   * References are owned as a whole, so they have their defaults: without them, they would differ
   * from what another manager applied.
   */
  private static io.fabric8.kubernetes.api.model.EnvVar desired(EnvVar variable) {
    var builder = new EnvVarBuilder().withName(variable.name());
    if (variable.source() instanceof EnvVar.Value value) {
      // The API server drops an empty value, and with it Roadstead's ownership of the field.
      return builder.withValue(value.text().isEmpty() ? null : value.text()).build();
    }
    if (variable.source() instanceof EnvVar.SecretKey secret) {
      return builder
          .withNewValueFrom()
          .withNewSecretKeyRef(secret.key(), secret.name(), secret.optional())
          .endValueFrom()
          .build();
    }
    if (variable.source() instanceof EnvVar.ConfigKey config) {
      return builder
          .withNewValueFrom()
          .withNewConfigMapKeyRef(config.key(), config.name(), config.optional())
          .endValueFrom()
          .build();
    }
    if (variable.source() instanceof EnvVar.PodField field) {
      return builder.withNewValueFrom().withNewFieldRef("v1", field.path()).endValueFrom().build();
    }
    if (variable.source() instanceof EnvVar.ContainerResource resource) {
      return builder
          .withNewValueFrom()
          .withNewResourceFieldRef()
          .withContainerName(orNull(resource.container()))
          .withResource(resource.resource())
          .withDivisor(
              new io.fabric8.kubernetes.api.model.Quantity(
                  resource.divisor().isEmpty() ? "0" : resource.divisor()))
          .endResourceFieldRef()
          .endValueFrom()
          .build();
    }
    throw new IllegalStateException("unknown source " + variable.source().getClass());
  }

  private static @Nullable EnvVar observed(io.fabric8.kubernetes.api.model.EnvVar variable) {
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
          Fields.orEmpty(secret.getName()), secret.getKey(), secret.getOptional());
    }
    if (from.getConfigMapKeyRef() != null) {
      var config = from.getConfigMapKeyRef();
      return new EnvVar.ConfigKey(
          Fields.orEmpty(config.getName()), config.getKey(), config.getOptional());
    }
    if (from.getFieldRef() != null) {
      String version = Fields.orEmpty(from.getFieldRef().getApiVersion());
      return version.isEmpty() || version.equals("v1")
          ? new EnvVar.PodField(from.getFieldRef().getFieldPath())
          : null;
    }
    if (from.getResourceFieldRef() != null) {
      var resource = from.getResourceFieldRef();
      String divisor = resource.getDivisor() == null ? "" : resource.getDivisor().toString();
      return new EnvVar.ContainerResource(
          Fields.orEmpty(resource.getContainerName()),
          resource.getResource(),
          divisor.equals("0") ? "" : divisor);
    }
    return null;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** The protocol is part of the list's key, so it is always set. */
  private static io.fabric8.kubernetes.api.model.ContainerPort desired(ContainerPort port) {
    return new ContainerPortBuilder()
        .withName(port.name())
        .withContainerPort(port.port())
        .withProtocol(port.protocol().name())
        .build();
  }

  private static ContainerPort observed(io.fabric8.kubernetes.api.model.ContainerPort port) {
    return new ContainerPort(
        port.getName(), Fields.orZero(port.getContainerPort()), protocol(port.getProtocol()));
  }

  static Protocol protocol(@Nullable String protocol) {
    return switch (Fields.orEmpty(protocol)) {
      case "UDP" -> Protocol.UDP;
      case "SCTP" -> Protocol.SCTP;
      default -> Protocol.TCP;
    };
  }

  private static @Nullable ResourceRequirements desired(Resources resources) {
    if (resources.requests().isEmpty() && resources.limits().isEmpty()) {
      return null;
    }
    return new ResourceRequirementsBuilder()
        .withRequests(desired(resources.requests()))
        .withLimits(desired(resources.limits()))
        .build();
  }

  private static Resources observed(@Nullable ResourceRequirements resources) {
    return resources == null
        ? Resources.NONE
        : new Resources(observed(resources.getRequests()), observed(resources.getLimits()));
  }

  private static Map<String, io.fabric8.kubernetes.api.model.Quantity> desired(
      Map<String, Quantity> amounts) {
    var result = new TreeMap<String, io.fabric8.kubernetes.api.model.Quantity>();
    amounts.forEach(
        (name, quantity) ->
            result.put(name, new io.fabric8.kubernetes.api.model.Quantity(quantity.text())));
    return result;
  }

  private static Map<String, Quantity> observed(
      @Nullable Map<String, io.fabric8.kubernetes.api.model.Quantity> amounts) {
    return Fields.orEmpty(amounts).entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> new Quantity(entry.getValue().toString())));
  }
}
