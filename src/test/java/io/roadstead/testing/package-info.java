// SPDX-License-Identifier: Apache-2.0
/**
 * Kubernetes clusters for tests: a control plane of local processes, or a cluster of one's own.
 *
 * <p>Starts and stops clusters and hands out their kubeconfig. It must not know anything else of
 * Roadstead, so that every room can be tested on it.
 */
@NullMarked
package io.roadstead.testing;

import org.jspecify.annotations.NullMarked;
