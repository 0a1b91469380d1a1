// SPDX-License-Identifier: Apache-2.0
/**
 * The JSON bodies of the REST interface: what arrives and what is answered, with the descriptions
 * that the OpenAPI document shows. A missing optional field, null and an empty string mean the same
 * on input; on output every field is there, null when there is nothing to say. It knows the app
 * model and nothing of HTTP.
 */
@NullMarked
package io.roadstead.rest.body;

import org.jspecify.annotations.NullMarked;
