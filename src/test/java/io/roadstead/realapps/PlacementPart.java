// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where pods run, and with which host and DNS settings. */
final class PlacementPart {
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

  private PlacementPart() {}

  static ObjectNode placement(JsonNode pod, JsonNode selector) {
    Tree placement =
        Tree.of(pod)
            .texts("nodeSelector", "nodeSelector")
            .each("tolerations", "tolerations", PlacementPart::toleration)
            .each("topologySpreadConstraints", "spread", rule -> spread(rule, selector))
            .map("affinity", "affinity", PlacementPart::affinity)
            .copy("priorityClassName", "priorityClass")
            .copy("runtimeClassName", "runtimeClass")
            .keep("hostAliases", "hostname", "subdomain")
            .copy("schedulerName", "scheduler")
            .copy("setHostnameAsFQDN", "hostnameAsFqdn");
    ObjectNode dns =
        Tree.of(pod.path("dnsConfig")).keep("nameservers", "searches", "options").done();
    dns.setAll(Tree.of(pod).constant("dnsPolicy", "policy").done());
    return dns.isEmpty() ? placement.done() : placement.with("dns", dns).done();
  }

  private static ObjectNode toleration(JsonNode toleration) {
    return Tree.of(toleration)
        .keep("key", "value")
        .constant("operator", "operator")
        .constant("effect", "effect")
        .copy("tolerationSeconds", "seconds")
        .done();
  }

  private static ObjectNode spread(JsonNode rule, JsonNode selector) {
    Tree spread =
        Tree.of(rule)
            .keep("topologyKey", "maxSkew", "minDomains", "matchLabelKeys")
            .constant("nodeAffinityPolicy", "nodeAffinityPolicy")
            .constant("nodeTaintsPolicy", "nodeTaintsPolicy");
    if (rule.path("whenUnsatisfiable").asText().equals("DoNotSchedule")) {
      spread.with("required", BooleanNode.TRUE);
    }
    // The pods of the app are what is counted when nothing is said.
    if (!rule.path("labelSelector").equals(selector)) {
      spread.done().setAll(selector(rule.path("labelSelector")));
    }
    return spread.done();
  }

  private static ObjectNode affinity(JsonNode affinity) {
    return Tree.of(affinity)
        .map("nodeAffinity", "node", PlacementPart::nodes)
        .map("podAffinity", "pod", PlacementPart::pods)
        .map("podAntiAffinity", "antiPod", PlacementPart::pods)
        .done();
  }

  private static ObjectNode nodes(JsonNode rules) {
    Tree nodes =
        Tree.of(rules)
            .each(
                PREFERRED,
                "preferred",
                term ->
                    Tree.of(term)
                        .keep("weight")
                        .map("preference", "term", PlacementPart::nodeTerm)
                        .done());
    Tree required =
        Tree.of(rules.path(REQUIRED))
            .each("nodeSelectorTerms", "required", PlacementPart::nodeTerm);
    nodes.done().setAll(required.done());
    return nodes.done();
  }

  private static ObjectNode nodeTerm(JsonNode term) {
    return Tree.of(term)
        .each("matchExpressions", "labels", PlacementPart::requirement)
        .each("matchFields", "fields", PlacementPart::requirement)
        .done();
  }

  private static ObjectNode requirement(JsonNode requirement) {
    return Tree.of(requirement).keep("key", "values").constant("operator", "operator").done();
  }

  private static ObjectNode pods(JsonNode rules) {
    return Tree.of(rules)
        .each(REQUIRED, "required", PlacementPart::podTerm)
        .each(
            PREFERRED,
            "preferred",
            term ->
                Tree.of(term)
                    .keep("weight")
                    .map("podAffinityTerm", "term", PlacementPart::podTerm)
                    .done())
        .done();
  }

  private static ObjectNode podTerm(JsonNode term) {
    Tree pods =
        Tree.of(term)
            .keep("topologyKey", "namespaces", "matchLabelKeys", "mismatchLabelKeys")
            .map("namespaceSelector", "namespaceSelector", PlacementPart::selector);
    pods.done().setAll(selector(term.path("labelSelector")));
    if (term.has("labelSelector") && term.path("labelSelector").isEmpty()) {
      pods.with("allPods", BooleanNode.TRUE);
    }
    return pods.done();
  }

  static ObjectNode selector(JsonNode selector) {
    return Tree.of(selector)
        .keep("matchLabels")
        .each("matchExpressions", "labels", PlacementPart::requirement)
        .done();
  }
}
