// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import com.google.protobuf.TypeRegistry;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.PreconditionFailure;
import com.google.rpc.RetryInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;

/** What came back over a transport, as text; nothing is left out but the fields that are masked. */
interface Answer {

  /** The whole answer, without the values of the fields of these JSON names. */
  String text(Set<String> masked);

  /**
   * An answer of HTTP: status, the headers that are part of the contract, and the body byte by
   * byte.
   */
  record OfHttp(HttpResponse<String> response) implements Answer {
    private static final List<String> HEADERS =
        List.of(
            "Allow",
            "Cache-Control",
            "Content-Security-Policy",
            "Content-Type",
            "ETag",
            "Location",
            "Retry-After",
            "Vary",
            "X-Content-Type-Options");

    @Override
    public String text(Set<String> masked) {
      var text = new StringBuilder().append(response.statusCode()).append('\n');
      for (String header : HEADERS) {
        response
            .headers()
            .allValues(header)
            .forEach(value -> text.append(header).append(": ").append(value).append('\n'));
      }
      return text.append('\n').append(masked(response.body(), masked)).append('\n').toString();
    }

    /** Cuts values out of JSON text and leaves every other character where it was. */
    private static String masked(String json, Set<String> names) {
      if (names.isEmpty()) {
        return json;
      }
      var kept = new StringBuilder();
      int copied = 0;
      try (JsonParser parser = new JsonFactory().createParser(json)) {
        while (parser.nextToken() != null) {
          if (parser.currentToken() == JsonToken.FIELD_NAME
              && names.contains(parser.currentName())) {
            parser.nextToken();
            kept.append(json, copied, (int) parser.currentTokenLocation().getCharOffset());
            parser.skipChildren();
            parser.finishToken();
            copied = (int) parser.currentLocation().getCharOffset();
            kept.append('*');
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(json, e);
      }
      return kept.append(json.substring(copied)).toString();
    }
  }

  /** A message of gRPC. */
  record OfMessage(Message message) implements Answer {
    @Override
    public String text(Set<String> masked) {
      return "OK\n"
          + message.getDescriptorForType().getFullName()
          + "\n\n"
          + TextFormat.printer().escapingNonAscii(false).printToString(masked(message, masked));
    }

    private static Message masked(Message message, Set<String> names) {
      Message.Builder kept = message.toBuilder();
      message
          .getAllFields()
          .forEach(
              (field, value) -> {
                if (names.contains(field.getJsonName())) {
                  kept.clearField(field);
                } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                    && !field.isMapField()) {
                  kept.setField(field, maskedValue(value, names));
                }
              });
      return kept.build();
    }

    private static Object maskedValue(Object value, Set<String> names) {
      return value instanceof List<?> list
          ? list.stream().map(element -> masked((Message) element, names)).toList()
          : masked((Message) value, names);
    }
  }

  /** An error of gRPC with its details. */
  record OfStatus(Status status, Metadata trailers) implements Answer {
    private static final TypeRegistry TYPES =
        TypeRegistry.newBuilder()
            .add(ErrorInfo.getDescriptor())
            .add(BadRequest.getDescriptor())
            .add(RetryInfo.getDescriptor())
            .add(PreconditionFailure.getDescriptor())
            .build();

    @Override
    public String text(Set<String> masked) {
      var text = new StringBuilder();
      text.append(status.getCode()).append('\n').append(status.getDescription()).append("\n\n");
      for (Any detail : StatusProto.fromStatusAndTrailers(status, trailers).getDetailsList()) {
        text.append(detail.getTypeUrl()).append('\n').append(printed(detail)).append('\n');
      }
      return text.toString();
    }

    private static String printed(Any detail) {
      try {
        var type = TYPES.getDescriptorForTypeUrl(detail.getTypeUrl());
        Message message = com.google.protobuf.DynamicMessage.parseFrom(type, detail.getValue());
        return TextFormat.printer().escapingNonAscii(false).printToString(message);
      } catch (InvalidProtocolBufferException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
