// SPDX-License-Identifier: Apache-2.0
package io.roadstead.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Examples of responses, which are recorded responses of the service: {@code
 * META-INF/openapi-examples.json} contains them by operation and by error status. Examples of
 * requests are written by hand in {@code META-INF/openapi.yaml}.
 */
final class Examples {
  private static final String FILE = "META-INF/openapi-examples.json";
  private static final String ERROR = "Error";

  private final Components components;
  private final Map<String, Object> answers;

  private Examples(Components components, Map<String, Object> answers) {
    this.components = components;
    this.answers = answers;
  }

  static Examples read(Components components) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("No resource " + FILE);
      }
      return new Examples(components, new ObjectMapper().readValue(in, new TypeReference<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds the examples of errors. */
  void addToErrors() {
    components
        .getResponses()
        .forEach(
            (name, response) -> {
              Object example = answers.get(name.replaceFirst(ERROR, ""));
              if (example != null) {
                response.getContent().getMediaTypes().values().forEach(it -> it.example(example));
              }
            });
  }

  void addAnswer(MediaType type, String operation) {
    add(type, operation + "Response", answers.get(operation));
  }

  void addRequest(MediaType type, String operation) {
    String name = operation + "Request";
    if (components.getExamples() != null && components.getExamples().containsKey(name)) {
      type.addExample("kubia", OASFactory.createExample().ref(name));
    }
  }

  private void add(MediaType type, String name, @Nullable Object value) {
    if (value != null) {
      components.addExample(name, OASFactory.createExample().value(value));
      type.addExample("kubia", OASFactory.createExample().ref(name));
    }
  }
}
