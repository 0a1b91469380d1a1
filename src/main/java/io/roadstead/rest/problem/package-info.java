// SPDX-License-Identifier: Apache-2.0
/**
 * The one rendering of errors on REST: RFC 9457 {@code application/problem+json}, for errors of the
 * use cases, of JSON, of HTTP itself, and for those that nobody foresaw. It knows the error
 * catalogue and no resource.
 */
@NullMarked
package io.roadstead.rest.problem;

import org.jspecify.annotations.NullMarked;
