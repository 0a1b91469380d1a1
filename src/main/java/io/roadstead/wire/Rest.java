// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import io.roadstead.wire.Parameter.Place;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * An operation as REST has it.
 *
 * @param method the HTTP method
 * @param path the address, with the names of path parameters in braces
 * @param parameters those of the path in its order, then query and headers
 * @param body the field, or the group of fields, of the request that is the body; empty for none
 * @param answer the field, or the group of fields, of the answer that is the body; empty for all
 * @param successes the statuses of success
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

  /** Whether an address is one of these; a parameter takes any segment that is not empty. */
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

  /** One slash at the end makes no difference. */
  static String[] segments(String path) {
    return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1);
  }
}
