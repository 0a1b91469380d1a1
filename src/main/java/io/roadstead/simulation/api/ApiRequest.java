// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import java.util.HashMap;
import java.util.Map;

/**
 * One request, independent of its transport.
 *
 * @param query the parameters of the URL, the first value of each
 * @param warnings collects the warnings about the request
 */
public record ApiRequest(
    String method,
    String path,
    Map<String, String> query,
    String accept,
    String contentType,
    String userAgent,
    byte[] body,
    RequestWarnings warnings) {

  public ApiRequest {
    query = Map.copyOf(query);
  }

  /** A parameter of the URL, or "". */
  public String parameter(String name) {
    return query.getOrDefault(name, "");
  }

  /** Whether a parameter of the URL is switched on. */
  public boolean flag(String name) {
    String value = parameter(name);
    return value.equals("true") || value.equals("1");
  }

  /** The same request with one parameter set. */
  ApiRequest with(String name, String value) {
    Map<String, String> changed = new HashMap<>(query);
    changed.put(name, value);
    return new ApiRequest(method, path, changed, accept, contentType, userAgent, body, warnings);
  }

  /** Whether the request opens a stream of changes. */
  boolean isWatch() {
    return method.equals("GET") && flag("watch");
  }
}
