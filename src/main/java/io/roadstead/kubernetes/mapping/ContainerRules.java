// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import static io.roadstead.kubernetes.mapping.Rules.alternative;
import static io.roadstead.kubernetes.mapping.Rules.field;
import static io.roadstead.kubernetes.mapping.Rules.group;
import static io.roadstead.kubernetes.mapping.Rules.list;
import static io.roadstead.kubernetes.mapping.Rules.open;
import static io.roadstead.kubernetes.mapping.Rules.unit;

/** The settings of a container, and of its probes' actions. */
final class ContainerRules {
  private static final Rules HEADER = Rules.of(field("name", "name"), field("value", "value"));

  /** Host and headers of an HTTP request. */
  static final Rules HTTP_SETTINGS =
      Rules.of(field("host", "host"), list("headers", "httpHeaders", HEADER));

  /** Host of a TCP connection. */
  static final Rules TCP_SETTINGS = Rules.of(field("host", "host"));

  private static final Rules HTTP =
      HTTP_SETTINGS.and(
          field("path", "path", Codecs.SAME, "/"),
          field("port", "port", Codecs.NUMBER_OR_TEXT),
          field("https", "scheme", Codecs.flag("HTTPS", "HTTP")));

  private static final Rules HOOK =
      Rules.of(
          alternative("exec", "exec", Rules.of(field("command", "command"))),
          alternative("http", "httpGet", HTTP),
          field("sleepSeconds", "sleep.seconds"));

  private static final Rules ENV_FROM =
      Rules.of(
          field("prefix", "prefix"),
          new OptionalReference("secret", "secretRef"),
          new OptionalReference("config", "configMapRef"));

  private static final Rules MOUNT =
      Rules.of(
          field("volume", "name"),
          field("path", "mountPath"),
          field("subPath", "subPath"),
          field("subPathExpr", "subPathExpr"),
          field("readOnly", "readOnly"),
          // Bidirectional is for privileged containers.
          field("propagation", "mountPropagation", Codecs.words("None", "HostToContainer")),
          field(
              "recursiveReadOnly",
              "recursiveReadOnly",
              Codecs.words("Disabled", "IfPossible", "Enabled")));

  static final Rules ALL =
      Rules.of(
          field("pullPolicy", "imagePullPolicy", Codecs.words("Always", "IfNotPresent", "Never")),
          field("workingDir", "workingDir"),
          list("envFrom", "envFrom", ENV_FROM),
          open("volumeMounts", "volumeMounts", MOUNT),
          group("security", "securityContext", SecurityRules.CONTAINER),
          unit("preStop", "lifecycle.preStop", HOOK),
          unit("postStart", "lifecycle.postStart", HOOK),
          field("restartable", "restartPolicy", Codecs.flag("Always", "")),
          field(
              "terminationMessagePolicy",
              "terminationMessagePolicy",
              Codecs.words("File", "FallbackToLogsOnError")),
          field(
              "terminationMessagePath",
              "terminationMessagePath",
              Codecs.SAME,
              "/dev/termination-log"),
          field("stdin", "stdin"),
          field("stdinOnce", "stdinOnce"),
          field("tty", "tty"));

  private ContainerRules() {}
}
