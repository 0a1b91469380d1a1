// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

/**
 * The options of a write.
 *
 * @param fieldManager the name under which {@code metadata.managedFields} records the writer
 * @param dryRun whether everything is checked, but nothing is stored
 * @param force whether an apply takes over fields from other managers instead of failing with a
 *     conflict
 */
public record WriteOptions(String fieldManager, boolean dryRun, boolean force) {

  /** An ordinary write by a field manager. */
  public static WriteOptions by(String fieldManager) {
    return new WriteOptions(fieldManager, false, false);
  }
}
