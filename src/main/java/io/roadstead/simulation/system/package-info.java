// SPDX-License-Identifier: Apache-2.0

/**
 * What the simulated cluster can look like, as data: the systems of {@code systems.yaml}. Knows
 * neither objects nor controllers.
 */
@NullMarked
package io.roadstead.simulation.system;

import org.jspecify.annotations.NullMarked;
