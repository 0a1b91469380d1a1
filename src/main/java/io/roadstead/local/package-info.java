// SPDX-License-Identifier: Apache-2.0
/**
 * Wires the simulated cluster into local runs and tests: the only room that knows both the
 * simulation and the adapter's connection. A production build has none of its beans.
 */
@NullMarked
package io.roadstead.local;

import org.jspecify.annotations.NullMarked;
