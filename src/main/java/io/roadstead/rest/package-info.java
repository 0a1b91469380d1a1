// SPDX-License-Identifier: Apache-2.0
/**
 * The REST interface: JAX-RS resources without logic that map a request to a use case and its
 * result to a response. It knows neither gRPC nor the Kubernetes client.
 */
@NullMarked
package io.roadstead.rest;

import org.jspecify.annotations.NullMarked;
