// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import com.fasterxml.jackson.core.JacksonException;
import io.roadstead.rest.problem.JsonErrors;
import io.roadstead.wire.MessageJson;
import io.roadstead.wire.SpecPatch;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Reads partial changes of apps. */
@Provider
@Consumes(SpecPatch.MEDIA_TYPE)
public class PatchBody implements MessageBodyReader<SpecPatch> {
  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == SpecPatch.class;
  }

  @Override
  public @Nullable SpecPatch readFrom(
      Class<SpecPatch> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    try {
      return MessageJson.readPatch(body);
    } catch (JacksonException e) {
      throw JsonErrors.toAppException(e);
    }
  }
}
