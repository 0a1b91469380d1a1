// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import org.jspecify.annotations.Nullable;

/**
 * How far an exposure has come, in words.
 *
 * @param state how far
 * @param message the state in words
 * @param remedy what to do about it; null when nothing needs doing
 */
record ExposureStep(ExposureState state, String message, @Nullable String remedy) {}
