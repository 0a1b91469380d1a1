// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.app.Container;
import io.roadstead.app.ContainerPort;
import io.roadstead.app.EnvVar;
import io.roadstead.app.Messages;
import io.roadstead.app.Quantity;
import io.roadstead.app.Resources;
import io.roadstead.app.Violations;
import io.roadstead.app.WholeNumber;
import io.roadstead.v1.KeyReference;
import io.roadstead.v1.ResourceReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a container. */
final class ContainerFromProto {
  private static final SettingsMessages SETTINGS =
      SettingsMessages.allBut(
          "name",
          "image",
          "command",
          "args",
          "env",
          "ports",
          "resources",
          "startup_probe",
          "readiness_probe",
          "liveness_probe");

  private ContainerFromProto() {}

  static Container fromProto(
      io.roadstead.v1.Container container, Violations violations, String at) {
    return new Container(
        violations.required(
            at + ".name", ProtoFields.optional(container.getName()), Messages.CONTAINER_NAME),
        violations.required(
            at + ".image", ProtoFields.optional(container.getImage()), Messages.IMAGE),
        List.copyOf(container.getCommandList()),
        List.copyOf(container.getArgsList()),
        env(container, violations, at + ".env"),
        ports(container, violations, at + ".ports"),
        resources(container.getResources()),
        container.hasStartupProbe()
            ? ProbeFromProto.fromProto(
                container.getStartupProbe(), violations, at + ".startupProbe")
            : null,
        container.hasReadinessProbe()
            ? ProbeFromProto.fromProto(
                container.getReadinessProbe(), violations, at + ".readinessProbe")
            : null,
        container.hasLivenessProbe()
            ? ProbeFromProto.fromProto(
                container.getLivenessProbe(), violations, at + ".livenessProbe")
            : null,
        SETTINGS.fromProto(container, violations, at));
  }

  private static List<EnvVar> env(
      io.roadstead.v1.Container container, Violations violations, String at) {
    List<EnvVar> env = new ArrayList<>();
    violations.each(
        at,
        container.getEnvList(),
        (variable, path) ->
            env.add(
                new EnvVar(
                    violations.required(
                        path + ".name",
                        ProtoFields.optional(variable.getName()),
                        Messages.VARIABLE_NAME),
                    source(variable, violations, path))));
    return env;
  }

  private static EnvVar.Source source(
      io.roadstead.v1.EnvVar variable, Violations violations, String at) {
    return switch (variable.getSourceCase()) {
      case VALUE -> new EnvVar.Value(variable.getValue());
      case SECRET_REF -> {
        KeyReference key = variable.getSecretRef();
        String path = at + ".secretRef";
        yield new EnvVar.SecretKey(
            name(key, violations, path, Messages.SECRET_NAME),
            key(key, violations, path),
            key.hasOptional() ? key.getOptional() : null);
      }
      case CONFIG_REF -> {
        KeyReference key = variable.getConfigRef();
        String path = at + ".configRef";
        yield new EnvVar.ConfigKey(
            name(key, violations, path, Messages.CONFIG_NAME),
            key(key, violations, path),
            key.hasOptional() ? key.getOptional() : null);
      }
      case FIELD_REF -> new EnvVar.PodField(variable.getFieldRef());
      case RESOURCE_REF -> {
        ResourceReference reference = variable.getResourceRef();
        yield new EnvVar.ContainerResource(
            reference.getContainer(),
            violations.required(
                at + ".resourceRef.resource",
                ProtoFields.optional(reference.getResource()),
                Messages.RESOURCE),
            reference.getDivisor());
      }
      case SOURCE_NOT_SET -> {
        violations.check(false, at, null, Messages.variableSource(variable.getName(), List.of()));
        yield new EnvVar.Value("");
      }
    };
  }

  private static String name(KeyReference key, Violations violations, String at, String give) {
    return violations.required(at + ".name", ProtoFields.optional(key.getName()), give);
  }

  private static String key(KeyReference key, Violations violations, String at) {
    return violations.required(at + ".key", ProtoFields.optional(key.getKey()), Messages.KEY);
  }

  private static List<ContainerPort> ports(
      io.roadstead.v1.Container container, Violations violations, String at) {
    List<ContainerPort> ports = new ArrayList<>();
    violations.each(
        at,
        container.getPortsList(),
        (port, path) ->
            ports.add(
                new ContainerPort(
                    ProtoFields.optional(port.getName()),
                    violations.required(
                        path + ".port", ProtoFields.optional(port.getPort()), WholeNumber.PORT),
                    ProtocolFromProto.fromProto(
                        port.getProtocol(),
                        port.getProtocolValue(),
                        violations,
                        path + ".protocol"))));
    return ports;
  }

  private static Resources resources(io.roadstead.v1.Resources resources) {
    return new Resources(
        quantities(resources.getRequestsMap()), quantities(resources.getLimitsMap()));
  }

  private static Map<String, Quantity> quantities(Map<String, String> texts) {
    Map<String, Quantity> quantities = new TreeMap<>();
    texts.forEach((name, text) -> quantities.put(name, new Quantity(text)));
    return quantities;
  }
}
