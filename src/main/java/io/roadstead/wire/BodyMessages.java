// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.app.SentValue;
import io.roadstead.app.SentValue.Kind;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/** The messages about bodies that do not have the form of the contract. Each follows the field. */
final class BodyMessages {
  static final String NULL_ELEMENT = "is null; send a value, or leave it out";
  static final String TEXTS = "an object whose values are text";
  static final String LIST = "a list";
  static final String OBJECT = "an object";
  static final String CHANGES = "the fields to change";

  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");

  /** Why Roadstead does not offer what a pod or a Service could have. */
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "hostNetwork", access("the network of the node"),
          "hostPID", access("the processes of the node"),
          "hostIPC", access("the shared memory of the node"),
          "hostPath", access("the file system of the node"),
          "hostPort", access("a port of the node"),
          "privileged", access("full access to the node"),
          "externalIPs",
              "it lets the app take over the traffic of the cluster to any address"
                  + " (CVE-2020-8554)");

  private BodyMessages() {}

  private static String access(String what) {
    return "it gives the app " + what + ", beyond the isolation of its pods";
  }

  /** A field that is unknown at its position. */
  static String unknown(KnownFields known) {
    String reason = LEFT_OUT.get(known.name());
    if (reason != null) {
      return "is not supported: " + reason + ". Leave it out; an adopted app keeps it";
    }
    String similar = known.similar();
    if (similar != null) {
      return "is not a known field; did you mean " + similar + "?";
    }
    String elsewhere = known.elsewhere();
    return elsewhere != null
        ? "is not a known field here; it belongs in " + elsewhere
        : "is not a known field; known here are " + String.join(", ", known.here());
  }

  /** For a path of a mask with a segment that names no field. */
  static String unknownPath(String segment) {
    return "names no field of the spec: '%s' is not known there".formatted(segment);
  }

  /** For a path of a mask that goes on after a field without fields that can be named. */
  static String closedPath(String segment) {
    return "is too long: '%s' can only be changed as a whole".formatted(segment);
  }

  /** For a field that requires one of some names. */
  static String choice(Kind sent, Collection<String> names) {
    String wrong = sent == Kind.TEXT ? "is not a known value" : sent.predicate();
    return wrong + "; send one of " + String.join(", ", names);
  }

  static String wrongFlag(SentValue value) {
    boolean flag = "true".equals(value.text()) || "false".equals(value.text());
    return value.kind().predicate() + "; send true or false" + (flag ? ", without quotes" : "");
  }

  static String wrongText(SentValue value) {
    boolean scalar = value.kind() == Kind.NUMBER || value.kind() == Kind.BOOLEAN;
    return value.kind().predicate() + (scalar ? "; put it in quotes" : "; send text");
  }

  static String wrongStructure(SentValue value, String structure) {
    return value.kind().predicate() + "; send " + structure;
  }

  static String wrongNumber(SentValue value, String send) {
    String text = value.text();
    boolean whole = text != null && WHOLE.matcher(text).matches();
    if (value.kind() == Kind.TEXT) {
      return "is text; send " + send + (whole ? ", without quotes" : "");
    }
    if (value.kind() != Kind.NUMBER || text == null) {
      return value.kind().predicate() + "; send " + send;
    }
    if (whole) {
      return "is too " + (text.startsWith("-") ? "small" : "large") + "; send " + send;
    }
    return "is not written as a whole number; send " + send + ", in digits only";
  }
}
