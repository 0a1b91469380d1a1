// SPDX-License-Identifier: Apache-2.0

/**
 * Server-side tables: the columns that {@code kubectl get} shows, as data per kind. Pure functions
 * on trees; knows neither HTTP nor the store's writes.
 */
@NullMarked
package io.roadstead.simulation.api.table;

import org.jspecify.annotations.NullMarked;
