// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Stores the {@code Retry-After} of a refused call in its {@link CallConfig}. */
final class RetryAfter implements Interceptor {
  /** RFC 9110 allows a date too, which the API server never sends. */
  private static final int MOST_DIGITS = 6;

  @Override
  public CompletableFuture<Boolean> afterFailure(
      BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
    CallConfig call = tags.getTag(CallConfig.class);
    String header = response.header("Retry-After");
    if (call != null && header != null && isSeconds(header.strip())) {
      call.retryAfter(Duration.ofSeconds(Long.parseLong(header.strip())));
    }
    return CompletableFuture.completedFuture(false);
  }

  private static boolean isSeconds(String header) {
    return !header.isEmpty()
        && header.length() <= MOST_DIGITS
        && header.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
