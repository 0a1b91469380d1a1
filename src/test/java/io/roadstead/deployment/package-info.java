// SPDX-License-Identifier: Apache-2.0
/**
 * Tests of what is in the folder {@code deployment}: how Roadstead is installed in a cluster. They
 * know the manifests, not the service's code.
 */
@NullMarked
package io.roadstead.deployment;

import org.jspecify.annotations.NullMarked;
