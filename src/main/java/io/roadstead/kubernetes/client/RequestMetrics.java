// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Times every request to the API server until its answer begins, watches included: {@code
 * roadstead.kubernetes.requests} by verb, resource and status ({@code error} without an answer).
 */
final class RequestMetrics implements Interceptor {
  static final String TIMER = "roadstead.kubernetes.requests";

  private final MeterRegistry registry;
  private final Map<UUID, Long> startTimes = Collections.synchronizedMap(new StartTimes());

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    startTimes.put(request.id(), System.nanoTime());
  }

  @Override
  public void after(
      HttpRequest request,
      HttpResponse<?> response,
      AsyncBody.Consumer<List<ByteBuffer>> consumer) {
    record(request, Integer.toString(response.code()));
  }

  @Override
  public void afterConnectionFailure(HttpRequest request, Throwable failure) {
    record(request, "error");
  }

  private void record(HttpRequest request, String status) {
    Long start = startTimes.remove(request.id());
    if (start == null) {
      return;
    }
    URI uri = request.uri();
    String contentType = Objects.requireNonNullElse(request.header("Content-Type"), "");
    String query = Objects.requireNonNullElse(uri.getRawQuery(), "");
    RequestPath path = RequestPath.of(request.method(), uri.getPath(), query, contentType);
    registry
        .timer(TIMER, "verb", path.verb(), "resource", path.resource(), "status", status)
        .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
  }

  /** Forgets the oldest: a request that is cancelled is never reported as ended. */
  private static final class StartTimes extends LinkedHashMap<UUID, Long> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 4096;

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
      return size() > MOST;
    }
  }
}
