// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

/**
 * A StorageClass of a system.
 *
 * @param waits whether a volume is made only for the first pod that uses its claim
 * @param byDefault whether claims without a class get it
 */
public record StorageClassData(String name, String provisioner, boolean waits, boolean byDefault) {}
