// SPDX-License-Identifier: Apache-2.0
/**
 * Whether this service is alive and ready, and warnings for operators at the start. It must not
 * know a transport.
 */
@NullMarked
package io.roadstead.health;

import org.jspecify.annotations.NullMarked;
