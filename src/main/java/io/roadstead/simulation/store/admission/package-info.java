// SPDX-License-Identifier: Apache-2.0

/**
 * What happens to an object before it is stored: defaults, allocation of addresses and ports,
 * validation, namespace and quota checks, each as the real API server does it. Knows nothing about
 * HTTP.
 */
@NullMarked
package io.roadstead.simulation.store.admission;

import org.jspecify.annotations.NullMarked;
