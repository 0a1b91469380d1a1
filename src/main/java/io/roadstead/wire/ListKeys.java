// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.roadstead.v1.Container;
import io.roadstead.v1.ContainerPort;
import io.roadstead.v1.EnvVar;
import io.roadstead.v1.ExposurePort;
import io.roadstead.v1.HostAlias;
import io.roadstead.v1.Volume;
import io.roadstead.v1.VolumeMount;
import java.util.List;
import java.util.Map;

/** The fields that identify an element of a list, for the lists that a partial change merges. */
final class ListKeys {
  private static final String NAME = "name";
  private static final List<String> NUMBER = List.of("port", "protocol");
  private static final String TCP = "TCP";

  private static final Map<Descriptor, String> KEYS =
      Map.of(
          Container.getDescriptor(), NAME,
          EnvVar.getDescriptor(), NAME,
          Volume.getDescriptor(), NAME,
          ContainerPort.getDescriptor(), NAME,
          ExposurePort.getDescriptor(), NAME,
          VolumeMount.getDescriptor(), "path",
          HostAlias.getDescriptor(), "ip");

  private ListKeys() {}

  /** Whether the elements of a list are merged; otherwise, the list is replaced as a whole. */
  static boolean areMerged(FieldDescriptor list) {
    return list.isRepeated()
        && list.getJavaType() == FieldDescriptor.JavaType.MESSAGE
        && KEYS.containsKey(list.getMessageType());
  }

  /** The JSON names of the fields that identify an element that was sent. */
  static List<String> of(Descriptor type, JsonNode element) {
    String key = KEYS.getOrDefault(type, NAME);
    return isPort(type) && !element.path(key).isTextual() ? NUMBER : List.of(key);
  }

  /** Whether an element that was sent is about an element that was found. */
  static boolean match(Descriptor type, JsonNode sent, JsonNode found) {
    String key = KEYS.getOrDefault(type, NAME);
    if (sent.path(key).isTextual() && (!isPort(type) || found.path(key).isTextual())) {
      return sent.get(key).equals(found.get(key));
    }
    return isPort(type)
        && sent.path("port").isNumber()
        && sent.get("port").asInt() == found.path("port").asInt()
        && protocol(sent).equals(protocol(found));
  }

  private static boolean isPort(Descriptor type) {
    return type == ContainerPort.getDescriptor() || type == ExposurePort.getDescriptor();
  }

  private static String protocol(JsonNode port) {
    return port.path("protocol").asText(TCP).replace("null", TCP);
  }
}
