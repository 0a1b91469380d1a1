// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Containers: what runs, with which environment, ports, resources and mounts. */
final class ContainerPart {
  private ContainerPart() {}

  static ObjectNode container(JsonNode container) {
    Tree spec =
        Tree.of(container)
            .keep("name", "image", "command", "args", "workingDir", "stdin", "stdinOnce", "tty")
            .keep("terminationMessagePath")
            .constant("terminationMessagePolicy", "terminationMessagePolicy")
            .constant("imagePullPolicy", "pullPolicy")
            .each("env", "env", ContainerPart::variable)
            .each("envFrom", "envFrom", ContainerPart::variables)
            .each("ports", "ports", ContainerPart::port)
            .map("resources", "resources", ContainerPart::resources)
            .each("volumeMounts", "volumeMounts", ContainerPart::mount)
            .map("securityContext", "security", SecurityPart::ofContainer)
            .map("startupProbe", "startupProbe", ProbePart::probe)
            .map("readinessProbe", "readinessProbe", ProbePart::probe)
            .map("livenessProbe", "livenessProbe", ProbePart::probe);
    JsonNode lifecycle = container.path("lifecycle");
    if (lifecycle.has("preStop")) {
      spec.with("preStop", ProbePart.hook(lifecycle.path("preStop")));
    }
    if (lifecycle.has("postStart")) {
      spec.with("postStart", ProbePart.hook(lifecycle.path("postStart")));
    }
    if (container.path("restartPolicy").asText().equals("Always")) {
      spec.with("restartable", BooleanNode.TRUE);
    }
    return spec.done();
  }

  private static ObjectNode variable(JsonNode variable) {
    JsonNode source = variable.path("valueFrom");
    Tree env = Tree.of(variable).keep("name");
    if (source.isMissingNode()) {
      ObjectNode literal = env.done();
      return literal.put("value", variable.path("value").asText(""));
    }
    Tree from =
        Tree.of(source)
            .map("secretKeyRef", "secretRef", ContainerPart::key)
            .map("configMapKeyRef", "configRef", ContainerPart::key)
            .map("fieldRef", "fieldRef", field -> field.path("fieldPath"))
            .map("resourceFieldRef", "resourceRef", ContainerPart::resource);
    env.done().setAll(from.done());
    return env.done();
  }

  private static ObjectNode key(JsonNode reference) {
    return Tree.of(reference).keep("name", "key", "optional").done();
  }

  static ObjectNode resource(JsonNode reference) {
    return Tree.of(reference)
        .copy("containerName", "container")
        .keep("resource")
        .text("divisor", "divisor")
        .done();
  }

  private static ObjectNode variables(JsonNode source) {
    boolean secret = source.has("secretRef");
    JsonNode reference = source.path(secret ? "secretRef" : "configMapRef");
    Tree from = Tree.of(reference).copy("name", secret ? "secret" : "config").keep("optional");
    return from.with("prefix", source.path("prefix").asText()).done();
  }

  private static ObjectNode port(JsonNode port) {
    return Tree.of(port)
        .keep("name")
        .copy("containerPort", "port")
        .constant("protocol", "protocol")
        .done();
  }

  private static ObjectNode resources(JsonNode resources) {
    return Tree.of(resources).texts("requests", "requests").texts("limits", "limits").done();
  }

  private static ObjectNode mount(JsonNode mount) {
    Tree spec =
        Tree.of(mount)
            .copy("name", "volume")
            .copy("mountPath", "path")
            .keep("readOnly")
            .constant("mountPropagation", "propagation")
            .constant("recursiveReadOnly", "recursiveReadOnly");
    return spec.with("subPath", mount.path("subPath").asText())
        .with("subPathExpr", mount.path("subPathExpr").asText())
        .done();
  }
}
