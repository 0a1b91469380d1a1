// SPDX-License-Identifier: Apache-2.0

/**
 * What the API server warns of, in the {@code Warning} headers of its responses, although it
 * accepts the object. Knows the objects only, not their storage and not HTTP.
 */
@NullMarked
package io.roadstead.simulation.store.warning;

import org.jspecify.annotations.NullMarked;
