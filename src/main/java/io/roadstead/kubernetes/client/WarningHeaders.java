// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stores the warnings of the API server about a call in its {@link CallConfig} (Kubernetes:
 * KEP-1693; the syntax is that of RFC 7234, section 5.5).
 */
final class WarningHeaders implements Interceptor {
  private static final String HEADER = "Warning";

  /** Code, agent, and the text in quotes; a date may follow, and several share one header. */
  private static final Pattern WARNING =
      Pattern.compile("(\\d{3}) [^ \",]+ \"((?:[^\"\\\\]|\\\\.)*)\"");

  /** "Miscellaneous persistent warning", the only one that the API server sends. */
  private static final String PERSISTENT = "299";

  private static final ThreadLocal<CallConfig> SENDING = new ThreadLocal<>();

  private final Map<UUID, CallConfig> calls = Collections.synchronizedMap(new Calls());

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    CallConfig call = tags.getTag(CallConfig.class);
    if (call == null) {
      SENDING.remove();
      return;
    }
    SENDING.set(call);
  }

  /**
   * Follows {@link #before} in the same thread: only here is the request the same object that
   * {@link #after} receives, and only there are its tags.
   */
  @Override
  public AsyncBody.Consumer<List<ByteBuffer>> consumer(
      AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
    CallConfig call = SENDING.get();
    SENDING.remove();
    if (call != null) {
      calls.put(request.id(), call);
    }
    return consumer;
  }

  @Override
  public void after(
      HttpRequest request,
      HttpResponse<?> response,
      AsyncBody.Consumer<List<ByteBuffer>> consumer) {
    CallConfig call = calls.remove(request.id());
    List<String> headers = response.headers(HEADER);
    if (call != null && headers != null) {
      read(headers, call);
    }
  }

  static void read(List<String> headers, CallConfig call) {
    for (String header : headers) {
      Matcher matcher = WARNING.matcher(header);
      while (matcher.find()) {
        if (PERSISTENT.equals(matcher.group(1))) {
          call.warning(matcher.group(2).replaceAll("\\\\(.)", "$1"));
        }
      }
    }
  }

  /** Drops the oldest entry: the end of a cancelled request is never reported. */
  private static final class Calls extends LinkedHashMap<UUID, CallConfig> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 4096;

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, CallConfig> eldest) {
      return size() > MOST;
    }
  }
}
