// SPDX-License-Identifier: Apache-2.0
/**
 * One class per cluster system: everything that Roadstead knows about that system and about no
 * other. {@link io.roadstead.cluster.ClusterSystem} is the only class that names them.
 */
@NullMarked
package io.roadstead.cluster.systems;

import org.jspecify.annotations.NullMarked;
