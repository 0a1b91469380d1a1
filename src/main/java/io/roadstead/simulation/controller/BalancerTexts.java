// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.system.Placeholders;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Fills in the texts of a balancer's script for one Service. */
final class BalancerTexts {
  private static final String NODE_IP = "{nodeIp}";
  private static final int LAST_HOST = 254;
  private static final int LONGEST_NAME = 32;

  private final JsonNode service;
  private final ClusterCache cache;
  private final Placeholders texts;

  BalancerTexts(JsonNode service, int number, ClusterCache cache) {
    this.service = service;
    this.cache = cache;
    String uid = Meta.uid(service);
    String plain = uid.replace("-", "");
    String name = "a" + plain;
    Map<String, String> values =
        Map.of(
            "name", Meta.name(service),
            "namespace", Meta.namespace(service),
            "uid", uid,
            "plainUid", plain,
            "number", Integer.toString(number),
            "numberFromTop", Integer.toString(LAST_HOST + 1 - number),
            "loadBalancer", name.substring(0, Math.min(LONGEST_NAME, name.length())));
    this.texts = new Placeholders(uid, values);
  }

  String fill(String text) {
    return text.contains("{addresses}")
        ? texts.with("addresses", published()).fill(text)
        : texts.fill(text);
  }

  /** The entries of the status; an entry with the address of a node is repeated for all nodes. */
  ArrayNode ingress(List<Map<String, String>> entries) {
    ArrayNode ingress = JsonNodeFactory.instance.arrayNode();
    for (Map<String, String> entry : entries) {
      if (entry.containsValue(NODE_IP)) {
        nodeAddresses().forEach(ip -> add(ingress, texts.with("nodeIp", ip).fill(entry)));
      } else {
        add(ingress, texts.fill(entry));
      }
    }
    return ingress;
  }

  private static void add(ArrayNode ingress, Map<String, String> entry) {
    entry.forEach(ingress.addObject()::put);
  }

  private List<String> nodeAddresses() {
    return cache.list(ResourceKinds.NODE, "").stream()
        .flatMap(node -> StreamSupport.stream(node.at("/status/addresses").spliterator(), false))
        .filter(address -> address.path("type").asText().equals("InternalIP"))
        .map(address -> address.path("address").asText())
        .sorted()
        .toList();
  }

  /** The cache already has it: writes of controllers are visible immediately. */
  private String published() {
    JsonNode latest = cache.get(ResourceKinds.SERVICE, ObjectKey.of(service));
    JsonNode ingress = (latest == null ? service : latest).at("/status/loadBalancer/ingress");
    return StreamSupport.stream(ingress.spliterator(), false)
        .map(entry -> entry.path("ip").asText())
        .collect(Collectors.joining(" "));
  }
}
