// SPDX-License-Identifier: Apache-2.0

/**
 * Reads the protobuf bodies that {@code kubectl create} sends into trees, every field of every kind
 * of the API; knows neither HTTP nor the store.
 */
@NullMarked
package io.roadstead.simulation.api.protobuf;

import org.jspecify.annotations.NullMarked;
