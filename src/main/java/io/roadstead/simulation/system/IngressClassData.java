// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import java.util.Map;

/** An IngressClass that a system has by default. */
public record IngressClassData(
    String name,
    Map<String, String> annotations,
    String controller,
    Map<String, String> parameters) {

  public IngressClassData {
    annotations = Map.copyOf(annotations);
    parameters = Map.copyOf(parameters);
  }
}
