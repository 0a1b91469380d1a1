// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages for requests that the API server refuses or does not respond to. */
final class RefusalMessages {
  // The API server as a whole.
  static final String UNREACHABLE =
      "The API server can't be reached; the request did not get to it.";
  static final String LOST = "The connection to the API server was lost.";
  static final String UNTRUSTED =
      "There is no trusted connection to the API server. Check the certificate authority.";
  static final String OWN_CREDENTIALS =
      "The API server rejects Roadstead's own credentials (HTTP 401). Renew them in the kubeconfig or"
          + " the service account that Roadstead uses.";
  static final String INTERRUPTED = "The request was interrupted. Try again.";
  static final String TOO_LATE =
      "The deadline passed before the API server could be called. Try again.";
  static final String NO_ANSWER_IN_TIME =
      "The API server did not answer in time; a write may or may not have happened.";
  static final String NOT_FINISHED =
      "The API server did not finish in time; the write may or may not have happened.";
  static final String OVERLOADED = "The API server is overloaded. Try again later.";
  static final String FAILED = "Calling the API server failed unexpectedly.";
  static final String TOO_LARGE = "The object is too large for the cluster.";

  // Objects.
  static final String CHANGED =
      "The app was changed by another request in the meantime. Read it again and repeat the"
          + " request.";

  // Field rules.
  static final String MALFORMED = "is rejected by the API server as malformed";
  static final String REFUSED = "is rejected by the cluster";
  private static final Pattern NODE_PORTS =
      Pattern.compile(
          ".*not in the valid range.*range of valid ports is (?<least>\\d+)-(?<most>\\d+).*",
          Pattern.DOTALL);

  private RefusalMessages() {}

  static String unexpectedAnswer(int code) {
    return "The API server answered " + code + " unexpectedly.";
  }

  static String unavailable(int code, String words) {
    return "The API server currently can't serve the request (HTTP %d): %s".formatted(code, words);
  }

  static String noNamespace(String namespace) {
    return ("Namespace '%1$s' does not exist. Check the name, or ask a cluster administrator to"
            + " create the namespace (kubectl create namespace %1$s).")
        .formatted(namespace);
  }

  static String overQuota(String words) {
    return "The namespace's resource quota does not allow the app: " + words;
  }

  static String terminating(String words) {
    return "The namespace is being deleted: " + words;
  }

  static String policy(String words) {
    return "The cluster's admission control rejects the app: " + words;
  }

  static String owned(String field, String object, String owner) {
    return owner.isEmpty()
        ? "%s of %s is owned by another manager".formatted(field, object)
        : "%s of %s is owned by '%s'".formatted(field, object, owner);
  }

  static String conflict(String owned) {
    return owned + ". Send the value that it has, leave it out, or set force to take it over.";
  }

  /**
   * What is wrong with a value, as a phrase that follows the value.
   *
   * @param what the kind of error, e.g. {@code Invalid value}
   * @param rule the API server's message; empty if there is none
   */
  static String value(String what, String rule) {
    Matcher nodePorts = NODE_PORTS.matcher(rule);
    if (nodePorts.matches()) {
      return "is outside the cluster's range of node ports; send a number from %s to %s, or leave it out to get a free one"
          .formatted(nodePorts.group("least"), nodePorts.group("most"));
    }
    if (rule.contains("port is already allocated")) {
      return "is in use by another Service; leave it out to get a free one";
    }
    String problem =
        switch (what) {
          case "Unsupported value" -> "is not supported";
          case "Duplicate value" -> "is given twice";
          default -> REFUSED;
        };
    if (rule.isEmpty()) {
      return problem;
    }
    boolean goesOn = rule.startsWith("must ") || rule.startsWith("may ");
    return goesOn ? rule : problem + ": " + rule;
  }

  /** The same for an error without a value. */
  static String noValue(String words) {
    Matcher required = Pattern.compile("Required value(?:: (?<rule>.*))?").matcher(words);
    if (!required.matches()) {
      return REFUSED + ": " + words;
    }
    String rule = required.group("rule");
    return rule == null ? "is missing" : "is missing: " + rule;
  }
}
