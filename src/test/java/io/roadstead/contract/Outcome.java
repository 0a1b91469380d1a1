// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a call came to, free of its transport.
 *
 * @param body the answer in the JSON of the contract, without fields that say nothing
 * @param created whether a deploy created the app
 * @param reason the code of the error; empty when there is none
 * @param message what the error says; empty when there is none
 * @param fields the fields that broke a rule
 * @param conflicts field and owner of each conflict
 * @param retryAfter seconds to wait before trying again; 0 when not said
 */
record Outcome(
    JsonNode body,
    boolean created,
    String reason,
    String message,
    SortedSet<String> fields,
    List<String> conflicts,
    long retryAfter) {

  /** A call that succeeded. */
  static Outcome of(JsonNode body, boolean created) {
    return new Outcome(body, created, "", "", new TreeSet<>(), List.of(), 0);
  }

  boolean ok() {
    return reason.isEmpty();
  }

  String text(String pointer) {
    return body.at(pointer).asText();
  }

  int number(String pointer) {
    return body.at(pointer).asInt();
  }
}
