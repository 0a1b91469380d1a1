// SPDX-License-Identifier: Apache-2.0

/**
 * Where Kubernetes has the settings of the contract: tables that are read in both directions, and
 * the comparison of object trees that they make possible. Knows neither the client nor the cluster.
 */
@NullMarked
package io.roadstead.kubernetes.mapping;

import org.jspecify.annotations.NullMarked;
