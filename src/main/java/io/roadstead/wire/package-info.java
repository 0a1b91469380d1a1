// SPDX-License-Identifier: Apache-2.0
/**
 * What both transports share on the wire: each operation declared once, the only mapping from the
 * model to the messages of the proto, and their JSON. It knows neither JAX-RS nor the Kubernetes
 * client.
 */
@NullMarked
package io.roadstead.wire;

import org.jspecify.annotations.NullMarked;
