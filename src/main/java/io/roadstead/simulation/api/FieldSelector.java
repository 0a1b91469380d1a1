// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The field selectors of URLs, with the few selectable fields of each kind. */
final class FieldSelector {
  private static final Set<String> ALWAYS = Set.of("metadata.name", "metadata.namespace");

  private static final Set<String> OF_EVENTS =
      Set.of(
          "involvedObject.kind",
          "involvedObject.namespace",
          "involvedObject.name",
          "involvedObject.uid",
          "involvedObject.apiVersion",
          "involvedObject.resourceVersion",
          "involvedObject.fieldPath",
          "reason",
          "reportingComponent",
          "source",
          "type");

  private static final Map<ResourceKind, Set<String>> BY_KIND =
      Map.of(
          ResourceKinds.POD,
          Set.of(
              "spec.nodeName",
              "spec.restartPolicy",
              "spec.schedulerName",
              "spec.serviceAccountName",
              "status.phase",
              "status.podIP",
              "status.nominatedNodeName"),
          ResourceKinds.EVENT,
          OF_EVENTS,
          ResourceKinds.NODE,
          Set.of("spec.unschedulable"),
          ResourceKinds.NAMESPACE,
          Set.of("status.phase"),
          ResourceKinds.SECRET,
          Set.of("type"),
          ResourceKinds.SERVICE,
          Set.of("spec.clusterIP", "spec.type"),
          ResourceKinds.REPLICA_SET,
          Set.of("status.replicas"));

  private FieldSelector() {}

  /** A test for objects of a kind; an empty selector accepts all. */
  static Predicate<JsonNode> parse(ResourceKind kind, String selector) {
    List<Predicate<JsonNode>> terms = new ArrayList<>();
    for (String term : selector.split(",")) {
      if (!term.isBlank()) {
        terms.add(term(kind, term));
      }
    }
    return object -> terms.stream().allMatch(term -> term.test(object));
  }

  private static Predicate<JsonNode> term(ResourceKind kind, String term) {
    int equals = term.indexOf('=');
    if (equals <= 0) {
      throw ApiException.badRequest(
          "invalid selector: '" + term + "'; can't understand '" + term + "'");
    }
    boolean negated = term.charAt(equals - 1) == '!';
    String field = term.substring(0, negated ? equals - 1 : equals).trim();
    boolean doubled = !negated && term.startsWith("==", equals);
    String value = term.substring(equals + (doubled ? 2 : 1)).trim();
    if (!ALWAYS.contains(field) && !BY_KIND.getOrDefault(kind, Set.of()).contains(field)) {
      throw ApiException.badRequest(
          "Unable to find \"%s\" that match label selector \"\", field selector \"%s\": field label not supported: %s"
              .formatted(kind.apiVersion() + ", Resource=" + kind.plural(), term, field));
    }
    String pointer = "/" + field.replace('.', '/');
    return object -> text(object, field, pointer).equals(value) != negated;
  }

  private static String text(JsonNode object, String field, String pointer) {
    if (field.equals("source")) {
      return object.at("/source/component").asText("");
    }
    String fallback = field.equals("spec.unschedulable") ? "false" : "";
    JsonNode value = object.at(pointer);
    return value.isMissingNode() ? fallback : value.asText();
  }
}
