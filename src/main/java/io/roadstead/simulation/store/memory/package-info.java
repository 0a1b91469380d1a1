// SPDX-License-Identifier: Apache-2.0

/**
 * The store in memory: tables, history, delivery of changes, the steps of writes, and garbage
 * collection. Knows neither HTTP nor controllers.
 */
@NullMarked
package io.roadstead.simulation.store.memory;

import org.jspecify.annotations.NullMarked;
