// SPDX-License-Identifier: Apache-2.0
/**
 * Judges an observed app: its state, the reasons with their evidence, its rollout and its
 * addresses. Pure: records in, report out, the time from a clock. It must not know a client, a
 * watch or a write.
 */
@NullMarked
package io.roadstead.kubernetes.status;

import org.jspecify.annotations.NullMarked;
