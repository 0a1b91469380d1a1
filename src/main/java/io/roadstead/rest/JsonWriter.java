// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Message;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes objects that are not messages of the contract, such as problems, as JSON with a final
 * newline, so that a terminal shows its prompt on the next line.
 */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class JsonWriter implements ServerMessageBodyWriter<Object> {
  private final ObjectMapper json;

  JsonWriter(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
    return isBody(type);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return isBody(type);
  }

  /** Texts, bytes and messages have their own writers. */
  private static boolean isBody(Class<?> type) {
    return !CharSequence.class.isAssignableFrom(type)
        && !Message.class.isAssignableFrom(type)
        && !type.isArray();
  }

  @Override
  public void writeResponse(Object body, Type genericType, ServerRequestContext context)
      throws IOException {
    context.serverResponse().end(bytes(body));
  }

  @Override
  public void writeTo(
      Object body,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(bytes(body));
  }

  private byte[] bytes(Object body) throws IOException {
    byte[] written = json.writeValueAsBytes(body);
    byte[] line = Arrays.copyOf(written, written.length + 1);
    line[written.length] = '\n';
    return line;
  }
}
