// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.roadstead.app.Container;
import io.roadstead.app.EnvVar;
import io.roadstead.app.ImageReference;
import io.roadstead.app.Resources;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds the containers of a pod template. */
final class ContainerFactory {
  private ContainerFactory() {}

  /**
   * A container with the defaults of apps that Roadstead made itself.
   *
   * <p>{@code allowPrivilegeEscalation=false} stops setuid programs only, which servers do not
   * need. {@code runAsNonRoot}, {@code readOnlyRootFilesystem} and dropped capabilities are left
   * out: ordinary images (nginx, postgres) start as root, write to their own file system and change
   * their user. The last lines of a failed container's log become its message, as evidence.
   */
  static io.fabric8.kubernetes.api.model.Container desired(Container container) {
    return asSent(container)
        .withImagePullPolicy(pullPolicy(container.image()))
        .withTerminationMessagePolicy("FallbackToLogsOnError")
        .withNewSecurityContext()
        .withAllowPrivilegeEscalation(false)
        .endSecurityContext()
        .build();
  }

  /** A container with nothing but what was sent, for apps that were adopted. */
  static io.fabric8.kubernetes.api.model.Container plain(Container container) {
    return asSent(container).build();
  }

  private static ContainerBuilder asSent(Container container) {
    return new ContainerBuilder()
        .withName(container.name())
        .withImage(container.image())
        .withCommand(container.command())
        .withArgs(container.args())
        .withEnv(container.env().stream().map(ContainerFactory::env).toList())
        .withPorts(container.ports().stream().map(ContainerFactory::port).toList())
        .withResources(resources(container.resources()))
        .withStartupProbe(ProbeFactory.desired(container.startupProbe()))
        .withReadinessProbe(ProbeFactory.desired(container.readinessProbe()))
        .withLivenessProbe(ProbeFactory.desired(container.livenessProbe()));
  }

  /**
   * Kubernetes' own default, but said: as a default it is set once and would not follow the image
   * from {@code :latest} to a fixed tag.
   */
  private static String pullPolicy(String image) {
    ImageReference reference = ImageReference.parse(image);
    boolean moving = reference.tag() == null || reference.tag().equals("latest");
    return moving && reference.digest() == null ? "Always" : "IfNotPresent";
  }

  private static io.fabric8.kubernetes.api.model.EnvVar env(EnvVar variable) {
    var builder = new EnvVarBuilder().withName(variable.name());
    if (variable.source() instanceof EnvVar.Value value) {
      // The API server drops an empty value, and with it would go our ownership of the field.
      return builder.withValue(value.text().isEmpty() ? null : value.text()).build();
    }
    if (variable.source() instanceof EnvVar.SecretKey secret) {
      return builder
          .withNewValueFrom()
          .withNewSecretKeyRef(secret.key(), secret.name(), orUnset(secret.optional()))
          .endValueFrom()
          .build();
    }
    if (variable.source() instanceof EnvVar.ConfigKey config) {
      return builder
          .withNewValueFrom()
          .withNewConfigMapKeyRef(config.key(), config.name(), orUnset(config.optional()))
          .endValueFrom()
          .build();
    }
    throw new IllegalStateException("unknown source " + variable.source().getClass());
  }

  /** False is what it means when unset; unset stays unset, so that adopting changes nothing. */
  private static @Nullable Boolean orUnset(boolean optional) {
    return optional ? Boolean.TRUE : null;
  }

  /** The protocol is part of the list's key, so it is always said. */
  private static ContainerPort port(io.roadstead.app.ContainerPort port) {
    return new ContainerPortBuilder()
        .withName(port.name())
        .withContainerPort(port.port())
        .withProtocol(port.protocol().name())
        .build();
  }

  private static @Nullable ResourceRequirements resources(Resources resources) {
    if (resources.requests().isEmpty() && resources.limits().isEmpty()) {
      return null;
    }
    return new ResourceRequirementsBuilder()
        .withRequests(amounts(resources.requests()))
        .withLimits(amounts(resources.limits()))
        .build();
  }

  private static Map<String, Quantity> amounts(Map<String, io.roadstead.app.Quantity> amounts) {
    var result = new TreeMap<String, Quantity>();
    amounts.forEach((name, quantity) -> result.put(name, new Quantity(quantity.text())));
    return result;
  }
}
