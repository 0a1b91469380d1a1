// SPDX-License-Identifier: Apache-2.0
/**
 * The app model and its use cases: what an app is, which operations it supports, and what is
 * reported about it. Plain Java; it knows neither a transport (REST, gRPC) nor the Kubernetes
 * client.
 */
@NullMarked
package io.roadstead.app;

import org.jspecify.annotations.NullMarked;
