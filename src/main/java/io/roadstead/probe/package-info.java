// SPDX-License-Identifier: Apache-2.0
/**
 * Tries the addresses of exposed apps, if configured: the only room that connects to anything other
 * than the API server. It knows addresses, but neither apps nor Kubernetes.
 */
@NullMarked
package io.roadstead.probe;

import org.jspecify.annotations.NullMarked;
