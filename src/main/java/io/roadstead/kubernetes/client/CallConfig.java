// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.client.RequestConfig;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Data that one call passes through the client to its interceptors and back: its timeout, and the
 * {@code Retry-After} and the warnings of the API server, which the client does not return.
 */
final class CallConfig extends RequestConfig {
  private volatile @Nullable Duration retryAfter;
  private final Queue<String> warnings = new ConcurrentLinkedQueue<>();

  CallConfig(Duration timeout) {
    super(null, null, null, null, null, null, null, null);
    setRequestTimeout(Math.toIntExact(Math.max(1, timeout.toMillis())));
    setRequestRetryBackoffLimit(0);
    setRequestRetryBackoffInterval(0);
    setImpersonateGroups();
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** The warnings of the API server, in order. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }

  void warning(String text) {
    warnings.add(text);
  }

  void retryAfter(Duration asked) {
    retryAfter = asked;
  }
}
