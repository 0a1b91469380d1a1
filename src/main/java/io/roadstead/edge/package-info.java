// SPDX-License-Identifier: Apache-2.0
/**
 * What both transports share on the one HTTP port, below REST and gRPC: request ids, the request
 * log and the request guard. It knows neither transport's messages, nor apps, nor the cluster.
 */
@NullMarked
package io.roadstead.edge;

import org.jspecify.annotations.NullMarked;
