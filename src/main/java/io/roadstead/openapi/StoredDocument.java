// SPDX-License-Identifier: Apache-2.0
package io.roadstead.openapi;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.smallrye.openapi.runtime.filter.AutoSecurityFilter;
import io.smallrye.openapi.runtime.io.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Serves the OpenAPI document as stored by the build, only in native executables. Quarkus would
 * parse it into a model at each start and serialize that twice, which takes longer than the rest of
 * the start; none of our filters runs after the build.
 */
@TargetClass(OpenApiDocumentService.class)
final class StoredDocument {

  @Substitute
  @SuppressWarnings("UnusedMethod") // Replaces the method with this name.
  void prepareDocument(
      @Nullable AutoSecurityFilter security,
      Map<OpenApiFilter.RunStage, List<String>> filters,
      String name) {}

  @Substitute
  @SuppressWarnings("UnusedMethod") // Replaces the method with this name.
  public byte[] getDocument(String name, Format format) {
    String file = OpenApiConstants.BASE_NAME + "." + format;
    try (InputStream stored =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
      if (stored == null) {
        throw new IllegalStateException("The executable was built without " + file);
      }
      return stored.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
