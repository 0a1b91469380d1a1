// SPDX-License-Identifier: Apache-2.0

/**
 * The active parts of the simulated cluster: controllers, a scheduler and kubelets, each a small
 * level-based reconciler over the object store, all on the single loop of a {@link
 * io.roadstead.simulation.controller.SimulationClock}. Knows only the store; neither HTTP nor
 * Roadstead itself.
 */
@NullMarked
package io.roadstead.simulation.controller;

import org.jspecify.annotations.NullMarked;
