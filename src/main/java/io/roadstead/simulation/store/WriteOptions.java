// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

import java.util.function.Consumer;

/**
 * The options of a write.
 *
 * @param fieldManager the name under which {@code metadata.managedFields} records the writer
 * @param dryRun whether everything is checked, but nothing is stored
 * @param force whether an apply takes over fields from other managers instead of failing with a
 *     conflict
 * @param warnings receives what the server warns of although it accepts the write
 */
public record WriteOptions(
    String fieldManager, boolean dryRun, boolean force, Consumer<String> warnings) {

  /** An ordinary write by a field manager. */
  public static WriteOptions by(String fieldManager) {
    return new WriteOptions(fieldManager, false, false, warning -> {});
  }
}
