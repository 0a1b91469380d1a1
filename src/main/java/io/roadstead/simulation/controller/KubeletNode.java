// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.system.Addresses;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * The state of the kubelet of one node: pulled images, assigned addresses, and whether it is
 * connected.
 */
final class KubeletNode {
  private final String name;
  private final String ip;
  private final String podNetwork;
  private final Set<String> images = new HashSet<>();
  private final BitSet addresses = new BitSet();
  private boolean lost;

  KubeletNode(JsonNode node, int index) {
    this.name = Meta.name(node);
    this.ip = internalIp(node);
    String range = node.path("spec").path("podCIDR").asText("10.244." + index + ".0/24");
    this.podNetwork = range.replaceFirst("/.*", "");
    addresses.set(0, 2); // the network's own address and the bridge's
  }

  private static String internalIp(JsonNode node) {
    for (JsonNode address : node.path("status").path("addresses")) {
      if (address.path("type").asText().equals("InternalIP")) {
        return address.path("address").asText();
      }
    }
    return "";
  }

  String name() {
    return name;
  }

  String ip() {
    return ip;
  }

  String takeAddress() {
    int free = addresses.nextClearBit(0);
    addresses.set(free);
    return Addresses.plus(podNetwork, free);
  }

  void releaseAddress(String address) {
    long index = address.isEmpty() ? -1 : Addresses.between(podNetwork, address);
    if (index >= 0 && index < addresses.length()) {
      addresses.clear((int) index);
    }
  }

  boolean hasImage(String image) {
    return images.contains(image);
  }

  void addImage(String image) {
    images.add(image);
  }

  boolean lost() {
    return lost;
  }

  void lose(boolean nowLost) {
    lost = nowLost;
  }
}
