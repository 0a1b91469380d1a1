// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing of a protobuf body is dropped, whatever the kind; JSON is what other clients expect. */
class ProtobufBodyTest {
  private static final KubernetesMessages MESSAGES = KubernetesMessages.read();
  private static final long SEED = 20261127;
  private static final int DEPTH = 14;

  /** Fields that are newer than the client library's model of the API. */
  private static final List<String> NEWER = List.of();

  private final Random random = new Random(SEED);

  @ParameterizedTest
  @CsvSource({
    "v1,Pod",
    "v1,Service",
    "v1,ConfigMap",
    "v1,Secret",
    "v1,Namespace",
    "v1,ServiceAccount",
    "v1,PersistentVolumeClaim",
    "v1,ResourceQuota",
    "v1,LimitRange",
    "v1,Node",
    "apps/v1,Deployment",
    "apps/v1,StatefulSet",
    "apps/v1,DaemonSet",
    "apps/v1,ReplicaSet",
    "batch/v1,Job",
    "batch/v1,CronJob",
    "autoscaling/v1,HorizontalPodAutoscaler",
    "autoscaling/v2,HorizontalPodAutoscaler",
    "networking.k8s.io/v1,Ingress",
    "networking.k8s.io/v1,NetworkPolicy",
    "policy/v1,PodDisruptionBudget",
    "policy/v1,Eviction",
    "rbac.authorization.k8s.io/v1,Role",
    "rbac.authorization.k8s.io/v1,ClusterRoleBinding",
    "authorization.k8s.io/v1,SelfSubjectAccessReview",
    "storage.k8s.io/v1,StorageClass",
    "scheduling.k8s.io/v1,PriorityClass"
  })
  void readsEveryFieldOfAKind(String apiVersion, String kind) {
    Descriptor type = MESSAGES.find(apiVersion, kind).orElseThrow();
    Message sent = filled(type, 0);

    ObjectNode read = ProtobufBody.read(body(apiVersion, kind, sent.toByteArray())).orElseThrow();

    assertThat(read.path("kind").asText()).isEqualTo(kind);
    Object known = new KubernetesSerialization().convertValue(read, typeOf(apiVersion, kind));
    JsonNode back = new KubernetesSerialization().convertValue(known, JsonNode.class);
    assertThat(namesOnlyIn(read, back)).as("seed %d: not in the API's JSON", SEED).isEmpty();
    assertThat(leaves(read)).as("seed %d: leaves", SEED).isEqualTo(leaves(sent) + 2);
  }

  @Test
  void tellsZeroFromUnsetWhereTheApiDoes() {
    Descriptor type = MESSAGES.find("apps/v1", "Deployment").orElseThrow();
    Descriptor spec = type.findFieldByName("spec").getMessageType();
    var stopped =
        DynamicMessage.newBuilder(spec)
            .setField(spec.findFieldByName("replicas"), 0)
            .setField(spec.findFieldByName("minReadySeconds"), 0)
            .build();
    var deployment =
        DynamicMessage.newBuilder(type).setField(type.findFieldByName("spec"), stopped).build();

    ObjectNode read =
        ProtobufBody.read(body("apps/v1", "Deployment", deployment.toByteArray())).orElseThrow();

    assertThat(read.path("spec").toString()).isEqualTo("{\"replicas\":0}");
  }

  @Test
  void refusesAFieldThatItDoesNotKnow() {
    Descriptor type = MESSAGES.find("v1", "ConfigMap").orElseThrow();
    var later =
        DynamicMessage.newBuilder(type)
            .setUnknownFields(
                UnknownFieldSet.newBuilder()
                    .addField(999, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                    .build())
            .build();

    assertThatThrownBy(() -> ProtobufBody.read(body("v1", "ConfigMap", later.toByteArray())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("field 999 of k8s.io.api.core.v1.ConfigMap is not known");
  }

  @Test
  void refusesABodyThatBreaksOff() {
    byte[] whole = body("v1", "ConfigMap", new byte[] {0x0a, 0x05, 0x0a});

    assertThatThrownBy(() -> ProtobufBody.read(whole)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesNotKnowOtherKindsAndOtherBodies() {
    assertThat(ProtobufBody.read(body("example.com/v1", "Widget", new byte[0]))).isEmpty();
    assertThat(ProtobufBody.read("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(ProtobufBody.read(new byte[0])).isEmpty();
  }

  private static byte[] body(String apiVersion, String kind, byte[] raw) {
    Descriptor envelope = MESSAGES.envelope();
    Descriptor meta = envelope.findFieldByName("typeMeta").getMessageType();
    var typeMeta =
        DynamicMessage.newBuilder(meta)
            .setField(meta.findFieldByName("apiVersion"), apiVersion)
            .setField(meta.findFieldByName("kind"), kind)
            .build();
    byte[] message =
        DynamicMessage.newBuilder(envelope)
            .setField(envelope.findFieldByName("typeMeta"), typeMeta)
            .setField(envelope.findFieldByName("raw"), ByteString.copyFrom(raw))
            .build()
            .toByteArray();
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {'k', '8', 's', 0});
    out.writeBytes(message);
    return out.toByteArray();
  }

  private static Class<?> typeOf(String apiVersion, String kind) {
    Class<?> type = new KubernetesSerialization().getRegisteredKubernetesResource(apiVersion, kind);
    assertThat(type).as(apiVersion + " " + kind).isNotNull();
    return type;
  }

  /** Every field set to something that is not zero; a message that nests itself ends at a depth. */
  private Message filled(Descriptor type, int depth) {
    var builder = DynamicMessage.newBuilder(type);
    switch (type.getFullName()) {
      case "k8s.io.apimachinery.pkg.apis.meta.v1.FieldsV1",
          "k8s.io.apimachinery.pkg.runtime.RawExtension" ->
          builder.setField(type.getFields().get(0), ByteString.copyFromUtf8("{\"f:a\":{\"b\":1}}"));
      case "k8s.io.api.core.v1.TypedLocalObjectReference" -> fill(builder, type, depth);
      case "k8s.io.apimachinery.pkg.util.intstr.IntOrString" ->
          builder
              .setField(type.findFieldByName("type"), 1L)
              .setField(type.findFieldByName("strVal"), "25%");
      case "k8s.io.apimachinery.pkg.api.resource.Quantity" ->
          builder.setField(type.findFieldByName("string"), (1 + random.nextInt(9)) + "Mi");
      case "k8s.io.apimachinery.pkg.apis.meta.v1.Time",
          "k8s.io.apimachinery.pkg.apis.meta.v1.MicroTime" ->
          builder.setField(type.findFieldByName("seconds"), 1_700_000_000L + random.nextInt(9999));
      default -> fill(builder, type, depth);
    }
    return builder.build();
  }

  private void fill(DynamicMessage.Builder builder, Descriptor type, int depth) {
    for (FieldDescriptor field : type.getFields()) {
      if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && depth > DEPTH) {
        continue;
      }
      Object value = value(field, depth);
      if (field.isRepeated()) {
        builder.addRepeatedField(field, value);
      } else {
        builder.setField(field, value);
      }
    }
  }

  private Object value(FieldDescriptor field, int depth) {
    return switch (field.getJavaType()) {
      case INT -> 1 + random.nextInt(1000);
      case LONG -> 1L + random.nextInt(1000);
      case FLOAT -> 0.5f;
      case DOUBLE -> 0.5;
      case BOOLEAN -> true;
      case STRING -> "s" + random.nextInt(1000);
      case BYTE_STRING -> ByteString.copyFromUtf8("b" + random.nextInt(1000));
      case ENUM -> field.getEnumType().getValues().get(0);
      case MESSAGE -> filled(field.getMessageType(), depth + 1);
    };
  }

  /** Paths of what one tree has and the other has not. */
  private static TreeSet<String> namesOnlyIn(JsonNode one, JsonNode other) {
    var missing = new TreeSet<String>();
    collect("", one, other, missing);
    missing.removeIf(path -> NEWER.stream().anyMatch(path::endsWith));
    return missing;
  }

  private static void collect(String path, JsonNode one, JsonNode other, TreeSet<String> missing) {
    if (other == null) {
      missing.add(path);
      return;
    }
    one.fields()
        .forEachRemaining(
            field ->
                collect(
                    path + "/" + field.getKey(),
                    field.getValue(),
                    other.get(field.getKey()),
                    missing));
    for (int i = 0; i < one.size() && one.isArray(); i++) {
      collect(path + "/" + i, one.get(i), other.get(i), missing);
    }
  }

  private static int leaves(JsonNode tree) {
    if (!tree.isContainerNode()) {
      return 1;
    }
    int sum = 0;
    for (JsonNode child : tree) {
      sum += leaves(child);
    }
    return sum;
  }

  /** What JSON shows as one leaf counts as one; keys of maps do not count. */
  private static int leaves(Message message) {
    Descriptor type = message.getDescriptorForType();
    if (List.of("IntOrString", "Quantity", "Time", "MicroTime", "FieldsV1", "RawExtension")
        .contains(type.getName())) {
      return message.getAllFields().isEmpty() ? 0 : 1;
    }
    int sum = 0;
    for (var entry : message.getAllFields().entrySet()) {
      List<?> values =
          entry.getKey().isRepeated() ? (List<?>) entry.getValue() : List.of(entry.getValue());
      for (Object value : values) {
        sum += value instanceof Message nested ? leaves(nested) : 1;
      }
      if (entry.getKey().isMapField()) {
        sum -= values.size();
      }
    }
    return sum;
  }
}
