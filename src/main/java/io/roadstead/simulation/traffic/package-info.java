// SPDX-License-Identifier: Apache-2.0

/**
 * Real ports for simulated Services: on loopback only; each request is answered on behalf of the
 * next ready pod. Knows neither objects nor the store.
 */
@NullMarked
package io.roadstead.simulation.traffic;

import org.jspecify.annotations.NullMarked;
