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
        .map("tcpSocket", "tcp", tcp -> Tree.of(tcp).text("port", "port").copy("host").done())
        .map("grpc", "grpc", grpc -> Tree.of(grpc).copy("port", "service").done())
        .copy("exec", "exec")
        .copy("initialDelaySeconds", "periodSeconds", "timeoutSeconds")
        .copy("successThreshold", "failureThreshold")
        .copy("terminationGracePeriodSeconds", "gracePeriodSeconds")
        .done();
  }

  static ObjectNode hook(JsonNode hook) {
    return Tree.of(hook)
        .copy("exec", "exec")
        .map("httpGet", "http", ProbePart::http)
        .map("sleep", "sleepSeconds", sleep -> sleep.path("seconds"))
        .done();
  }

  private static ObjectNode http(JsonNode request) {
    Tree http =
        Tree.of(request)
            .copy("path", "host")
            .text("port", "port")
            .each(
                "httpHeaders", "headers", header -> Tree.of(header).copy("name", "value").done());
    if (request.path("scheme").asText().equals("HTTPS")) {
      http.with("https", BooleanNode.TRUE);
    }
    return http.done();
  }
}
