// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.wire.Parameter.Place;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The REST form of an operation.
 *
 * @param method the HTTP method
 * @param path the address, with the names of path parameters in braces
 * @param parameters path parameters in order, then query parameters and headers
 * @param body the field, or the group of fields, of the request that is the body; empty for none
 * @param answer the field, or the group of fields, of the response that is the body; empty for the
 *     whole response
 * @param successes the success statuses
 */
record Rest(
    String method,
    String path,
    List<Parameter> parameters,
    String body,
    String answer,
    List<Integer> successes) {
  static final String APPS = "/v1/namespaces/{namespace}/apps";
  static final String APP = APPS + "/{app}";

  static Rest get(String path) {
    return of("GET", path);
  }

  static Rest put(String path) {
    return of("PUT", path);
  }

  static Rest patch(String path) {
    return of("PATCH", path);
  }

  static Rest post(String path) {
    return of("POST", path);
  }

  static Rest delete(String path) {
    return of("DELETE", path);
  }

  private static Rest of(String method, String path) {
    List<Parameter> inPath =
        Arrays.stream(Parameter.values())
            .filter(it -> it.place() == Place.PATH && path.contains("{" + it.label() + "}"))
            .toList();
    return new Rest(method, path, inPath, "", "", List.of(200));
  }

  Rest with(Parameter... more) {
    return new Rest(
        method,
        path,
        Stream.concat(parameters.stream(), Arrays.stream(more)).toList(),
        body,
        answer,
        successes);
  }

  Rest takes(String field) {
    return new Rest(method, path, parameters, field, answer, successes);
  }

  Rest answers(String field, Integer... statuses) {
    List<Integer> all = statuses.length == 0 ? successes : List.of(statuses);
    return new Rest(method, path, parameters, body, field, all);
  }

  /** Whether an address matches; a parameter matches any segment that is not empty. */
  boolean isAt(String[] segments) {
    String[] wanted = segments(path);
    if (wanted.length != segments.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      boolean fits =
          wanted[i].startsWith("{") ? !segments[i].isEmpty() : wanted[i].equals(segments[i]);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** A single trailing slash is ignored. */
  static String[] segments(String path) {
    return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1);
  }
}
