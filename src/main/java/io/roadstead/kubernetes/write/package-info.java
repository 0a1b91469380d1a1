// SPDX-License-Identifier: Apache-2.0
/**
 * Writes of apps: the effects of each verb in order, and the only class that sends desired objects
 * to the API server, by server-side apply. It reads apps back only through the records of {@code
 * watch}; it knows no status, no transport and no simulation.
 */
@NullMarked
package io.roadstead.kubernetes.write;

import org.jspecify.annotations.NullMarked;
