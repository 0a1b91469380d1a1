// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms of single values. */
enum Codecs implements Codec {
  /** The same on both sides: texts, numbers, flags, and lists and maps of them. */
  SAME {
    @Override
    public JsonNode toKubernetes(JsonNode value) {
      return value;
    }

    @Override
    public @Nullable JsonNode fromKubernetes(JsonNode value) {
      return value.isContainerNode() && value.isEmpty() ? null : value;
    }
  },
  /** A text in the contract; digits are a number in Kubernetes (IntOrString). */
  NUMBER_OR_TEXT {
    @Override
    public JsonNode toKubernetes(JsonNode value) {
      return DIGITS.matcher(value.asText()).matches()
          ? IntNode.valueOf(Integer.parseInt(value.asText()))
          : value;
    }

    @Override
    public JsonNode fromKubernetes(JsonNode value) {
      return TextNode.valueOf(value.asText());
    }
  };

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  /** One of several words, e.g. {@code IfNotPresent} in Kubernetes for {@code IF_NOT_PRESENT}. */
  static Codec words(String... kubernetes) {
    return new Words(List.of(kubernetes));
  }

  /** A flag that Kubernetes expresses by one of two words; the second one means false. */
  static Codec flag(String whenTrue, String whenFalse) {
    return new Flag(whenTrue, whenFalse);
  }

  private record Words(List<String> kubernetes) implements Codec {
    @Override
    public @Nullable JsonNode toKubernetes(JsonNode value) {
      return kubernetes.stream()
          .filter(word -> ours(word).equals(value.asText()))
          .findFirst()
          .map(TextNode::valueOf)
          .orElse(null);
    }

    @Override
    public @Nullable JsonNode fromKubernetes(JsonNode value) {
      return kubernetes.contains(value.asText()) ? TextNode.valueOf(ours(value.asText())) : null;
    }

    private static String ours(String word) {
      return String.join("_", Arrays.asList(word.split("(?<=[a-z])(?=[A-Z])")))
          .toUpperCase(Locale.ROOT);
    }
  }

  private record Flag(String whenTrue, String whenFalse) implements Codec {
    @Override
    public JsonNode toKubernetes(JsonNode value) {
      return TextNode.valueOf(value.asBoolean() ? whenTrue : whenFalse);
    }

    @Override
    public @Nullable JsonNode fromKubernetes(JsonNode value) {
      return value.asText().equals(whenTrue) ? BooleanNode.TRUE : null;
    }
  }
}
