// SPDX-License-Identifier: Apache-2.0
/**
 * The JSON request bodies of the REST interface. A missing optional field, null and an empty string
 * are equivalent. It knows the app model and nothing about HTTP.
 */
@NullMarked
package io.roadstead.rest.body;

import org.jspecify.annotations.NullMarked;
