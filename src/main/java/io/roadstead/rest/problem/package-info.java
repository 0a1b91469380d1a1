// SPDX-License-Identifier: Apache-2.0
/**
 * The only rendering of errors over REST: RFC 9457 {@code application/problem+json}, for errors of
 * the use cases, of JSON, of HTTP itself, and for unexpected ones. It knows the error catalogue and
 * no resource.
 */
@NullMarked
package io.roadstead.rest.problem;

import org.jspecify.annotations.NullMarked;
