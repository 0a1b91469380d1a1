// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.app.Container;
import io.roadstead.app.ContainerPort;
import io.roadstead.app.EnvVar;
import io.roadstead.app.Quantity;
import io.roadstead.app.Resources;
import io.roadstead.v1.KeyReference;
import io.roadstead.v1.Protocol;
import io.roadstead.v1.ResourceReference;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Maps containers to messages. */
final class ContainerToProto {
  private ContainerToProto() {}

  static io.roadstead.v1.Container toProto(Container container) {
    var builder =
        io.roadstead.v1.Container.newBuilder()
            .setName(container.name())
            .setImage(container.image())
            .addAllCommand(container.command())
            .addAllArgs(container.args())
            .setResources(toProto(container.resources()));
    container.env().forEach(variable -> builder.addEnv(toProto(variable)));
    container.ports().forEach(port -> builder.addPorts(toProto(port)));
    Fields.set(
        container.startupProbe(), probe -> builder.setStartupProbe(ProbeToProto.toProto(probe)));
    Fields.set(
        container.readinessProbe(),
        probe -> builder.setReadinessProbe(ProbeToProto.toProto(probe)));
    Fields.set(
        container.livenessProbe(), probe -> builder.setLivenessProbe(ProbeToProto.toProto(probe)));
    SettingsMessages.toProto(container.settings(), builder);
    return builder.build();
  }

  private static io.roadstead.v1.EnvVar toProto(EnvVar variable) {
    var builder = io.roadstead.v1.EnvVar.newBuilder().setName(variable.name());
    EnvVar.Source source = variable.source();
    if (source instanceof EnvVar.Value literal) {
      builder.setValue(literal.text());
    } else if (source instanceof EnvVar.SecretKey key) {
      builder.setSecretRef(reference(key.name(), key.key(), key.optional()));
    } else if (source instanceof EnvVar.ConfigKey key) {
      builder.setConfigRef(reference(key.name(), key.key(), key.optional()));
    } else if (source instanceof EnvVar.PodField field) {
      builder.setFieldRef(field.path());
    } else if (source instanceof EnvVar.ContainerResource resource) {
      builder.setResourceRef(
          ResourceReference.newBuilder()
              .setContainer(resource.container())
              .setResource(resource.resource())
              .setDivisor(resource.divisor()));
    }
    return builder.build();
  }

  private static KeyReference reference(String name, String key, @Nullable Boolean optional) {
    var builder = KeyReference.newBuilder().setName(name).setKey(key);
    Fields.set(optional, builder::setOptional);
    return builder.build();
  }

  private static io.roadstead.v1.ContainerPort toProto(ContainerPort port) {
    var builder =
        io.roadstead.v1.ContainerPort.newBuilder()
            .setPort(port.port())
            .setProtocol(Protocol.valueOf("PROTOCOL_" + port.protocol().name()));
    Fields.set(port.name(), builder::setName);
    return builder.build();
  }

  private static io.roadstead.v1.Resources toProto(Resources resources) {
    return io.roadstead.v1.Resources.newBuilder()
        .putAllRequests(texts(resources.requests()))
        .putAllLimits(texts(resources.limits()))
        .build();
  }

  private static Map<String, String> texts(Map<String, Quantity> quantities) {
    Map<String, String> texts = new TreeMap<>();
    quantities.forEach((name, quantity) -> texts.put(name, quantity.text()));
    return texts;
  }
}
