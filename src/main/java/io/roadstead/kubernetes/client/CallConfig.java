// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.client.RequestConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Data that one call passes through the client to its interceptors and back: its timeout, and the
 * {@code Retry-After} of the API server, which the client's exceptions do not contain.
 */
final class CallConfig extends RequestConfig {
  private volatile @Nullable Duration retryAfter;

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

  void retryAfter(Duration asked) {
    retryAfter = asked;
  }
}
