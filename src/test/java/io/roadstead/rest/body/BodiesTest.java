// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import io.roadstead.wire.Operation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bodies of requests have the fields of the proto's messages, all of them and no others. */
class BodiesTest {
  @ParameterizedTest
  @MethodSource("messages")
  void hasTheFieldsOfTheMessage(Descriptor message) throws ClassNotFoundException {
    assertThat(components(message.getName())).isEqualTo(names(message.getFields()));
  }

  @Test
  void hasTheFieldsOfTheGroup() throws ClassNotFoundException {
    var group = Operation.SCALE_APP.rpc().getInputType().getRealOneofs().get(0);
    assertThat(components("Scale")).isEqualTo(names(group.getFields()));
  }

  static Set<Descriptor> messages() {
    Set<Descriptor> messages = new LinkedHashSet<>();
    Arrays.stream(Operation.values())
        .flatMap(it -> Stream.ofNullable(it.rpc().getInputType().findFieldByName(it.body())))
        .forEach(field -> collect(field, messages));
    return messages;
  }

  private static void collect(FieldDescriptor field, Set<Descriptor> messages) {
    if (field.getJavaType() == JavaType.MESSAGE
        && !field.isMapField()
        && messages.add(field.getMessageType())) {
      field.getMessageType().getFields().forEach(inner -> collect(inner, messages));
    }
  }

  private static List<String> components(String message) throws ClassNotFoundException {
    Class<?> body = Class.forName(BodiesTest.class.getPackageName() + "." + message + "Body");
    return Arrays.stream(body.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static List<String> names(List<FieldDescriptor> fields) {
    return fields.stream().map(FieldDescriptor::getJsonName).toList();
  }
}
