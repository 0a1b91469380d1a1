// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Numbers in a status: the real server's encoding omits most of them when they are zero. */
final class Counts {
  private Counts() {}

  static void put(ObjectNode status, String field, int value) {
    if (value == 0) {
      status.remove(field);
      return;
    }
    status.put(field, value);
  }
}
