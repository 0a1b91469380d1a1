// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/**
 * A variant of a system that differs in how an app is reached.
 *
 * @param name its name, as reported
 * @param mark the mark that distinguishes it from the others
 */
public record Variant(String name, Mark mark) {}
