// SPDX-License-Identifier: Apache-2.0
/**
 * Builds the logical and the physical view of an app from its observed objects: records in, a view
 * out. It does not call the API server and knows nothing about pictures.
 */
@NullMarked
package io.roadstead.kubernetes.view;

import org.jspecify.annotations.NullMarked;
