// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import org.jspecify.annotations.Nullable;

/**
 * The progress of an exposure.
 *
 * @param state the state
 * @param message the state as a sentence
 * @param remedy what to do about it; null when nothing needs to be done
 */
record ExposureStep(ExposureState state, String message, @Nullable String remedy) {}
