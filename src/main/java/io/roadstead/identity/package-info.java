// SPDX-License-Identifier: Apache-2.0
/**
 * The identity of callers: turns the credentials of a request into the {@code Caller} that every
 * use case takes. It knows no transport; each transport hands over the names of the headers it
 * received.
 */
@NullMarked
package io.roadstead.identity;

import org.jspecify.annotations.NullMarked;
