// SPDX-License-Identifier: Apache-2.0

/**
 * The systems that the simulated cluster can represent, as data: the systems of {@code
 * systems.yaml}. Knows neither objects nor controllers.
 */
@NullMarked
package io.roadstead.simulation.system;

import org.jspecify.annotations.NullMarked;
