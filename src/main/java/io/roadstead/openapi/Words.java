// SPDX-License-Identifier: Apache-2.0
package io.roadstead.openapi;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import io.roadstead.wire.Operation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The comments of the proto, adapted to REST and JSON. */
final class Words {
  private static final Pattern BEHAVIOR = Pattern.compile("^(Required|Optional|Output only)\\. ");
  private static final Pattern SNAKE = Pattern.compile("`([a-z]+(?:_[a-z]+)+)`");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");
  private static final Pattern UNSET = Pattern.compile("\\b(empty|not set|unspecified)\\b");
  private static final Map<String, String> OPERATIONS =
      Arrays.stream(Operation.values())
          .collect(Collectors.toMap(it -> it.rpc().getName(), Operation::id));

  private final ProtoComments comments;

  Words(ProtoComments comments) {
    this.comments = comments;
  }

  /** The description of an element, without the leading behavior word such as Required. */
  String of(GenericDescriptor element) {
    String text = BEHAVIOR.matcher(comments.on(element)).replaceFirst("");
    text = SNAKE.matcher(text).replaceAll(match -> "`" + camel(match.group(1)) + "`");
    return NAME.matcher(text)
        .replaceAll(match -> "`" + OPERATIONS.getOrDefault(match.group(1), match.group(1)) + "`");
  }

  /** The description of a response field, where an unset field is null. */
  String ofNullable(FieldDescriptor field) {
    return UNSET.matcher(of(field)).replaceAll("null");
  }

  /** Whether the proto says that a field may be unset. */
  boolean saysUnset(FieldDescriptor field) {
    return UNSET.matcher(comments.on(field)).find();
  }

  /** Whether one of a group of fields must be set. */
  boolean isRequired(OneofDescriptor group) {
    return comments.on(group).startsWith("Required.");
  }

  /** The first sentence, without its full stop. */
  static String summary(String text) {
    return sentences(text)[0];
  }

  /** The text after the first sentence; the first sentence if there is no more text. */
  static String details(String text) {
    String[] parts = sentences(text);
    return parts.length == 1 ? text : parts[1];
  }

  private static String[] sentences(String text) {
    String[] parts = text.split("\\. ", 2);
    parts[0] = parts[0].replaceFirst("\\.$", "");
    return parts;
  }

  private static String camel(String snake) {
    return Pattern.compile("_([a-z])")
        .matcher(snake)
        .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }
}
