// SPDX-License-Identifier: Apache-2.0
/**
 * What both transports say on the wire: each operation declared once. It knows the proto, and
 * neither JAX-RS nor the Kubernetes client.
 */
@NullMarked
package io.roadstead.wire;

import org.jspecify.annotations.NullMarked;
