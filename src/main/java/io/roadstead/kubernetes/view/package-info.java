// SPDX-License-Identifier: Apache-2.0
/**
 * Puts what is watched of an app together into its logical and its physical view: records in, a
 * view out. It calls no API server, and knows nothing of pictures.
 */
@NullMarked
package io.roadstead.kubernetes.view;

import org.jspecify.annotations.NullMarked;
