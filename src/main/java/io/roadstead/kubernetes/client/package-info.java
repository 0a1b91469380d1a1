// SPDX-License-Identifier: Apache-2.0
/**
 * Access to the API server: the connection, limits on the duration and number of calls, metrics,
 * and the only translation of refusals to {@link io.roadstead.app.AppException}. It knows no app,
 * no Deployment and no informer.
 */
@NullMarked
package io.roadstead.kubernetes.client;

import org.jspecify.annotations.NullMarked;
