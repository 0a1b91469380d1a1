// SPDX-License-Identifier: Apache-2.0
/**
 * Generates the OpenAPI document from the operations and the proto at build time. It knows neither
 * the model nor how a request is served.
 */
@NullMarked
package io.roadstead.openapi;

import org.jspecify.annotations.NullMarked;
