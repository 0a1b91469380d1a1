// SPDX-License-Identifier: Apache-2.0
/**
 * The adapter to Kubernetes: the only room that talks to an API server. It implements the ports of
 * the app room; it must know neither how a request arrived nor that a cluster may be simulated.
 */
@NullMarked
package io.roadstead.kubernetes;

import org.jspecify.annotations.NullMarked;
