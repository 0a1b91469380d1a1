// SPDX-License-Identifier: Apache-2.0
/**
 * The REST interface: JAX-RS resources without logic that turn a request into a use case and its
 * result into an answer. It knows neither gRPC nor the Kubernetes client.
 */
@NullMarked
package io.roadstead.rest;

import org.jspecify.annotations.NullMarked;
