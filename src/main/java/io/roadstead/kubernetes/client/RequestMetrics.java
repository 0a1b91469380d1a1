// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.client.http.AsyncBody;
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
 * Measures the time from a request to the API server until its response begins: {@code
 * roadstead.kubernetes.requests} by verb, resource and status. Requests without a response and
 * watches over WebSocket are not included.
 */
final class RequestMetrics implements Interceptor {
  static final String TIMER = "roadstead.kubernetes.requests";

  private final MeterRegistry registry;
  private final Map<UUID, Long> startTimes = Collections.synchronizedMap(new StartTimes());

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Begins the measurement: only here is the request the same object that {@link #after} receives.
   */
  @Override
  public AsyncBody.Consumer<List<ByteBuffer>> consumer(
      AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
    startTimes.put(request.id(), System.nanoTime());
    return consumer;
  }

  @Override
  public void after(
      HttpRequest request,
      HttpResponse<?> response,
      AsyncBody.Consumer<List<ByteBuffer>> consumer) {
    Long start = startTimes.remove(request.id());
    if (start == null) {
      return;
    }
    RequestPath path = path(request);
    String status = Integer.toString(response.code());
    registry
        .timer(TIMER, "verb", path.verb(), "resource", path.resource(), "status", status)
        .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
  }

  private static RequestPath path(HttpRequest request) {
    URI uri = request.uri();
    String contentType = Objects.requireNonNullElse(request.header("Content-Type"), "");
    String query = Objects.requireNonNullElse(uri.getRawQuery(), "");
    return RequestPath.of(request.method(), uri.getPath(), query, contentType);
  }

  /** Drops the oldest entry: the end of a cancelled request is never reported. */
  private static final class StartTimes extends LinkedHashMap<UUID, Long> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 4096;

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
      return size() > MOST;
    }
  }
}
