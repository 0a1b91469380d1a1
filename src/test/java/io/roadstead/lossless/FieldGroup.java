// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

/** What Roadstead does with a field of Kubernetes. */
enum FieldGroup {
  /** The contract expresses it. */
  SAID("said"),
  /** The contract can't express it; it stays as it is and is listed in {@code notShown}. */
  KEPT("kept"),
  /** Kept, and refused by name when a request has it. */
  REFUSED("refused"),
  /** The identity of an object, or assigned by the API server. */
  OWN("the cluster's own"),
  /** The API server refuses or drops it at this place. */
  ABSENT("not available");

  private final String text;

  FieldGroup(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
