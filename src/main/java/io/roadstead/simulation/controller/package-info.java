// SPDX-License-Identifier: Apache-2.0

/**
 * What makes the simulated cluster live: controllers, a scheduler and kubelets, each a small
 * level-based reconciler over the object store, all on the one loop of a {@link
 * io.roadstead.simulation.controller.SimulationClock}. Knows the store only; never HTTP, and
 * nothing of Roadstead itself.
 */
@NullMarked
package io.roadstead.simulation.controller;

import org.jspecify.annotations.NullMarked;
