// SPDX-License-Identifier: Apache-2.0

/**
 * Real ports for simulated Services: on loopback only, each request answered in the name of the
 * next pod that is ready. Knows neither objects nor the store.
 */
@NullMarked
package io.roadstead.simulation.traffic;

import org.jspecify.annotations.NullMarked;
