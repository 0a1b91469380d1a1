// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes trees as YAML that readers of YAML 1.1 and of YAML 1.2 understand alike. */
public final class Yaml {
  private static final String BETWEEN = "---\n";

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          YAMLFactory.builder()
              .stringQuotingChecker(new Quoting())
              .enable(Feature.MINIMIZE_QUOTES)
              .enable(Feature.LITERAL_BLOCK_STYLE)
              .enable(Feature.ALLOW_LONG_KEYS)
              .disable(Feature.SPLIT_LINES)
              .disable(Feature.WRITE_DOC_START_MARKER)
              .build());

  private Yaml() {}

  /** One document per tree; keys stay in their order. */
  public static String of(List<? extends JsonNode> documents) {
    return String.join(BETWEEN, documents.stream().map(Yaml::document).toList());
  }

  private static String document(JsonNode tree) {
    try {
      return MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }

  /**
   * Quotes every text that is not obviously one. Versions of YAML differ in what else a word may
   * be, e.g. {@code on}, {@code 0o17}, {@code 1_000} or {@code 12:30:00}.
   */
  private static final class Quoting extends StringQuotingChecker {
    private static final long serialVersionUID = 1L;
    private static final Pattern TEXT =
        Pattern.compile("[A-Za-z/][\\w./@=+-]*(?:[: ][\\w./@=+-]+)*");
    private static final Pattern QUANTITY = Pattern.compile("[0-9]+(?:m|[KMGTPE]i|%)");
    private static final Set<String> WORDS =
        Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    @Override
    public boolean needToQuoteName(String name) {
      return !isPlain(name);
    }

    /** Lines become a block, which needs no quotes. */
    @Override
    public boolean needToQuoteValue(String value) {
      return value.indexOf('\n') < 0 && !isPlain(value);
    }

    private static boolean isPlain(String text) {
      return QUANTITY.matcher(text).matches()
          || (TEXT.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT)));
    }
  }
}
