// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.LabelSelector;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import java.util.function.Predicate;

/** Selects the objects of a list or watch: by namespace and selectors. */
record ObjectFilter(
    String namespace, LabelSelector labels, Predicate<JsonNode> fields, boolean selects) {

  static ObjectFilter of(ResourceKind kind, String namespace, ApiRequest request) {
    String labels = request.parameter("labelSelector");
    String fields = request.parameter("fieldSelector");
    return new ObjectFilter(
        namespace,
        LabelSelector.parse(labels),
        FieldSelector.parse(kind, fields),
        !labels.isEmpty() || !fields.isEmpty());
  }

  boolean test(JsonNode object) {
    boolean inNamespace = namespace.isEmpty() || namespace.equals(Metadata.namespace(object));
    return inNamespace && labels.matches(object) && fields.test(object);
  }
}
