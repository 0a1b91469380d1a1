// SPDX-License-Identifier: Apache-2.0

/**
 * A whole Kubernetes cluster inside this process, for local runs and tests: real HTTP, real
 * objects, simulated nodes. Knows nothing about Roadstead.
 */
@NullMarked
package io.roadstead.simulation;

import org.jspecify.annotations.NullMarked;
