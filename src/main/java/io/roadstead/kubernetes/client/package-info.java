// SPDX-License-Identifier: Apache-2.0
/**
 * The way to the API server: which one, how long a call may take and how many run at once, what is
 * measured of them, and the one translation of its refusals into {@link
 * io.roadstead.app.AppException}. It knows no app, no Deployment and no informer.
 */
@NullMarked
package io.roadstead.kubernetes.client;

import org.jspecify.annotations.NullMarked;
