// SPDX-License-Identifier: Apache-2.0

/**
 * Reads the protobuf bodies that {@code kubectl create} sends into trees. Only the messages that
 * {@code kubectl} makes by itself are known; knows neither HTTP nor the store.
 */
@NullMarked
package io.roadstead.simulation.api.protobuf;

import org.jspecify.annotations.NullMarked;
