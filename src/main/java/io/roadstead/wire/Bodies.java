// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.roadstead.v1.App;
import io.roadstead.v1.AppSpec;
import io.roadstead.v1.Exposure;
import io.roadstead.v1.ScaleAppRequest;
import java.util.Collection;
import java.util.List;

/** The bodies of requests, each read as the message that has its fields. */
final class Bodies {
  private static final String SPEC = "spec";

  /** Fields of an app that report what the spec does not decide. */
  private static final List<String> REPORTED =
      List.of("managed", "status", "createTime", "objects", "notShown", "warnings");

  private Bodies() {}

  static Message read(JsonNode json, Class<? extends Message> type) {
    try {
      if (type == App.class) {
        return app(json);
      }
      if (type == Exposure.class) {
        return Exposure.parseFrom(message(json, Exposure.getDescriptor()).toByteString());
      }
      if (type == ScaleAppRequest.class) {
        return ScaleAppRequest.parseFrom(scale(json).toByteString());
      }
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("A message can be read from its own bytes", e);
    }
    throw new IllegalArgumentException(type + " is not the body of a request");
  }

  /**
   * The body of a deploy is a spec, or an app as a read returns it. Of the latter, only what
   * identifies it is read in addition to the spec.
   */
  private static App app(JsonNode json) throws InvalidProtocolBufferException {
    if (!json.has(SPEC)) {
      return App.newBuilder().setSpec(spec(json)).build();
    }
    ObjectNode identity = ((ObjectNode) json).objectNode().setAll((ObjectNode) json);
    identity.remove(SPEC);
    identity.remove(REPORTED);
    return App.parseFrom(message(identity, App.getDescriptor()).toByteString()).toBuilder()
        .setSpec(spec(json.get(SPEC)))
        .build();
  }

  static AppSpec spec(JsonNode json) {
    try {
      return AppSpec.parseFrom(message(json, AppSpec.getDescriptor()).toByteString());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("A message can be read from its own bytes", e);
    }
  }

  private static DynamicMessage scale(JsonNode json) {
    Descriptor type = ScaleAppRequest.getDescriptor();
    Collection<FieldDescriptor> known =
        type.getFields().stream().filter(field -> field.getRealContainingOneof() != null).toList();
    return new MessageReader(type).read(json, known);
  }

  private static DynamicMessage message(JsonNode json, Descriptor type) {
    return new MessageReader(type).read(json, type.getFields());
  }
}
