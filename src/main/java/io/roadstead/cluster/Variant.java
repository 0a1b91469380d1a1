// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/**
 * A kind of a system that differs in how an app is reached.
 *
 * @param name its name, as it is reported
 * @param mark what tells it from the others
 */
public record Variant(String name, Mark mark) {}
