// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Cells of Services and related kinds. */
final class ServiceCells {
  private static final int SHOWN_ENDPOINTS = 3;

  private ServiceCells() {}

  static String externalAddress(JsonNode service) {
    List<String> addresses = new ArrayList<>();
    for (JsonNode ingress : service.at("/status/loadBalancer/ingress")) {
      String address = ingress.path("ip").asText(ingress.path("hostname").asText());
      if (!address.isEmpty()) {
        addresses.add(address);
      }
    }
    service.at("/spec/externalIPs").forEach(ip -> addresses.add(ip.asText()));
    return switch (service.at("/spec/type").asText()) {
      case "ExternalName" -> service.at("/spec/externalName").asText();
      case "LoadBalancer" -> addresses.isEmpty() ? "<pending>" : String.join(",", addresses);
      default -> addresses.isEmpty() ? Cells.NONE : String.join(",", addresses);
    };
  }

  static String ports(JsonNode service) {
    List<String> ports = new ArrayList<>();
    for (JsonNode port : service.at("/spec/ports")) {
      String node = port.path("nodePort").asInt() > 0 ? ":" + port.path("nodePort").asText() : "";
      ports.add(port.path("port").asText() + node + "/" + port.path("protocol").asText("TCP"));
    }
    return ports.isEmpty() ? Cells.NONE : String.join(",", ports);
  }

  static String slicePorts(JsonNode slice) {
    return shortened(texts(slice.path("ports"), "port"), "<unset>");
  }

  static String sliceAddresses(JsonNode slice) {
    List<String> addresses = new ArrayList<>();
    for (JsonNode endpoint : slice.path("endpoints")) {
      endpoint.path("addresses").forEach(address -> addresses.add(address.asText()));
    }
    return shortened(addresses, "<unset>");
  }

  static String endpoints(JsonNode endpoints) {
    List<String> addresses = new ArrayList<>();
    for (JsonNode subset : endpoints.path("subsets")) {
      for (JsonNode port : subset.path("ports")) {
        for (JsonNode address : subset.path("addresses")) {
          addresses.add(address.path("ip").asText() + ":" + port.path("port").asText());
        }
      }
    }
    return shortened(addresses, Cells.NONE);
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.path(field).asText()));
    return texts;
  }

  private static String shortened(List<String> values, String none) {
    if (values.isEmpty()) {
      return none;
    }
    if (values.size() <= SHOWN_ENDPOINTS) {
      return String.join(",", values);
    }
    int hidden = values.size() - SHOWN_ENDPOINTS;
    return String.join(",", values.subList(0, SHOWN_ENDPOINTS)) + " + " + hidden + " more...";
  }

  /** Kind, group and name of the parameters of an IngressClass. */
  static String classParameters(JsonNode ingressClass) {
    JsonNode parameters = ingressClass.at("/spec/parameters");
    if (parameters.isMissingNode()) {
      return Cells.NONE;
    }
    String group = parameters.path("apiGroup").asText();
    String kind = parameters.path("kind").asText() + (group.isEmpty() ? "" : "." + group);
    return kind + "/" + parameters.path("name").asText();
  }
}
