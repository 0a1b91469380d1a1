// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

/**
 * How a write is to be made.
 *
 * @param fieldManager the name under which {@code metadata.managedFields} records the writer
 * @param dryRun everything is checked and answered, nothing is stored
 * @param force an apply takes fields over from other managers instead of failing with a conflict
 */
public record WriteOptions(String fieldManager, boolean dryRun, boolean force) {

  /** An ordinary write in the name of a field manager. */
  public static WriteOptions by(String fieldManager) {
    return new WriteOptions(fieldManager, false, false);
  }
}
