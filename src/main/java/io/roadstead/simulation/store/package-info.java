// SPDX-License-Identifier: Apache-2.0

/**
 * The storage of the simulated API server: its kinds as data, the interface of the store, and
 * errors in the format of the real server. Knows neither HTTP nor controllers.
 */
@NullMarked
package io.roadstead.simulation.store;

import org.jspecify.annotations.NullMarked;
