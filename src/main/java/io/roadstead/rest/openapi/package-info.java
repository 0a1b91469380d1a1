// SPDX-License-Identifier: Apache-2.0
/**
 * Completes the OpenAPI document at build time with what is the same for every operation. It knows
 * the OpenAPI model only.
 */
@NullMarked
package io.roadstead.rest.openapi;

import org.jspecify.annotations.NullMarked;
