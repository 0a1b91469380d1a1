// SPDX-License-Identifier: Apache-2.0
package io.roadstead.openapi;

import com.google.protobuf.Descriptors.FileDescriptor;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.roadstead.app.ErrorCode;
import io.roadstead.wire.Operation;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Writes the document: operations from their declaration, schemas and descriptions from the proto.
 * What neither can express is in {@code META-INF/openapi.yaml}; only errors are scanned from code.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DocumentFilter implements OASFilter {
  private static final String ERRORS = "Problem";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    var words = new Words(ProtoComments.of(files()));
    var schemas = new Schemas(words);
    var examples = Examples.read(document.getComponents());
    var operations = new Operations(words, schemas, examples);
    Arrays.stream(Operation.values()).forEach(operations::announce);
    document.setPaths(paths(operations));
    document.setTags(operations.tags());
    examples.addToErrors();

    Map<String, Schema> all = new TreeMap<>(document.getComponents().getSchemas());
    all.values().forEach(DocumentFilter::open);
    all.put(ErrorCode.class.getSimpleName(), EnumSchemas.errorCodes());
    all.putAll(schemas.all());
    all.keySet().retainAll(References.from(all, schemas.all().keySet(), ERRORS));
    document.getComponents().setSchemas(all);
  }

  private static Paths paths(Operations operations) {
    Paths paths = OASFactory.createPaths();
    for (Operation declared : Operation.values()) {
      PathItem item = paths.getPathItem(declared.path());
      if (item == null) {
        item = OASFactory.createPathItem();
        paths.addPathItem(declared.path(), item);
      }
      item.setOperation(HttpMethod.valueOf(declared.method()), operations.operation(declared));
    }
    return paths;
  }

  /** Errors are responses, too. */
  private static void open(Schema scanned) {
    if (scanned.getProperties() != null) {
      scanned.getProperties().values().forEach(DocumentFilter::leaveTypeToReference);
      scanned.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
    }
  }

  /** The scanner puts the type of the value next to the reference, which would forbid null. */
  private static void leaveTypeToReference(Schema property) {
    if (property.getRef() != null || property.getAnyOf() != null) {
      property.setType(null);
    }
  }

  /** The files of the operations, and their imports from the same package. */
  private static List<FileDescriptor> files() {
    Set<FileDescriptor> files = new LinkedHashSet<>();
    for (Operation operation : Operation.values()) {
      add(operation.rpc().getFile(), files);
    }
    return List.copyOf(files);
  }

  private static void add(FileDescriptor file, Set<FileDescriptor> files) {
    if (files.add(file)) {
      file.getDependencies().stream()
          .filter(it -> it.getPackage().equals(file.getPackage()))
          .forEach(it -> add(it, files));
    }
  }
}
