// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command probe as JSON. */
public record ExecProbeBody(@Nullable List<String> command) {}
