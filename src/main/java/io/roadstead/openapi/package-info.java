// SPDX-License-Identifier: Apache-2.0
/**
 * Makes the OpenAPI document from the operations and the proto, when the service is built. It knows
 * neither the model nor how a request is served.
 */
@NullMarked
package io.roadstead.openapi;

import org.jspecify.annotations.NullMarked;
