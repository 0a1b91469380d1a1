// SPDX-License-Identifier: Apache-2.0
/**
 * Writes of apps: pure factories that build the wanted objects, and the one class that sends them
 * to the API server, by server-side apply. It knows how an app is read back only through the
 * records of {@code watch}; it knows no status, no transport and no simulation.
 */
@NullMarked
package io.roadstead.kubernetes.write;

import org.jspecify.annotations.NullMarked;
