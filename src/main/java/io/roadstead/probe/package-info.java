// SPDX-License-Identifier: Apache-2.0
/**
 * Tries the addresses of exposed apps, where the configuration asks for it: the one room that
 * connects to anything but the API server. It knows addresses, and neither apps nor Kubernetes.
 */
@NullMarked
package io.roadstead.probe;

import org.jspecify.annotations.NullMarked;
