// SPDX-License-Identifier: Apache-2.0
/**
 * What a cluster can do and how an app is reached in it: facts about the cluster, exposure states
 * and address rules. Plain Java; it knows neither a transport nor the Kubernetes client.
 */
@NullMarked
package io.roadstead.cluster;

import org.jspecify.annotations.NullMarked;
