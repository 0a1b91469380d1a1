// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The trace that a caller's request is part of (W3C Trace Context), for finding its log lines. */
final class TraceParent {
  static final String HEADER = "traceparent";

  /** Its key in log lines, as named by OpenTelemetry. */
  static final String LOG_KEY = "traceId";

  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

  private TraceParent() {}

  /** The id of the trace, or null if there is none or it is malformed. */
  static @Nullable String traceId(@Nullable String header) {
    Matcher form = FORM.matcher(header == null ? "" : header);
    return form.matches() ? form.group(1) : null;
  }
}
