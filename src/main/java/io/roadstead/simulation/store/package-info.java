// SPDX-License-Identifier: Apache-2.0

/**
 * What the simulated API server stores: the kinds it knows as data, the store's door, and the
 * errors in the shape the real server gives them. Knows neither HTTP nor controllers.
 */
@NullMarked
package io.roadstead.simulation.store;

import org.jspecify.annotations.NullMarked;
