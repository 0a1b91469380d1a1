// SPDX-License-Identifier: Apache-2.0
/** JSON as trees, for data without a type of its own. It must not know anything else. */
@NullMarked
package io.roadstead.kubernetes.json;

import org.jspecify.annotations.NullMarked;
