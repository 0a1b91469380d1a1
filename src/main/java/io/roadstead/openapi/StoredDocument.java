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
 * Answers with the OpenAPI document as the build has stored it, in native executables only. Quarkus
 * reads it into a model at each start and writes that out twice, which takes longer than everything
 * else a start does; no filter of ours runs later than the build.
 */
@TargetClass(OpenApiDocumentService.class)
final class StoredDocument {

  @Substitute
  @SuppressWarnings("UnusedMethod") // Takes the place of the method of this name.
  void prepareDocument(
      @Nullable AutoSecurityFilter security,
      Map<OpenApiFilter.RunStage, List<String>> filters,
      String name) {}

  @Substitute
  @SuppressWarnings("UnusedMethod") // Takes the place of the method of this name.
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
