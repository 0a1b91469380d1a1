// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Probes and hooks. */
final class ProbePart {
  private ProbePart() {}

  static ObjectNode probe(JsonNode probe) {
    return Tree.of(probe)
        .map("httpGet", "http", ProbePart::http)
        .map("tcpSocket", "tcp", tcp -> Tree.of(tcp).text("port", "port").keep("host").done())
        .map("grpc", "grpc", grpc -> Tree.of(grpc).keep("port", "service").done())
        .keep("exec")
        .keep("initialDelaySeconds", "periodSeconds", "timeoutSeconds")
        .keep("successThreshold", "failureThreshold")
        .copy("terminationGracePeriodSeconds", "gracePeriodSeconds")
        .done();
  }

  static ObjectNode hook(JsonNode hook) {
    return Tree.of(hook)
        .keep("exec")
        .map("httpGet", "http", ProbePart::http)
        .map("sleep", "sleepSeconds", sleep -> sleep.path("seconds"))
        .done();
  }

  private static ObjectNode http(JsonNode request) {
    Tree http =
        Tree.of(request)
            .keep("path", "host")
            .text("port", "port")
            .each("httpHeaders", "headers", header -> Tree.of(header).keep("name", "value").done());
    if (request.path("scheme").asText().equals("HTTPS")) {
      http.with("https", BooleanNode.TRUE);
    }
    return http.done();
  }
}
