// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.roadstead.app.AppException;
import io.roadstead.app.AppName;

/** Reads resource names; violations of their parts name the parts, as REST does. */
final class NameFromProto {
  private NameFromProto() {}

  /** {@code namespaces/{namespace}/apps/{app}}. */
  static AppName app(String field, String name) {
    String[] parts = name.split("/", -1);
    if (parts.length != 4 || !parts[0].equals("namespaces") || !parts[2].equals("apps")) {
      throw AppException.invalid(
          field, name, "must have the form namespaces/{namespace}/apps/{app}");
    }
    return new AppName(parts[1], parts[3]);
  }

  /** {@code namespaces/{namespace}}, where the namespace may be {@code -}. */
  static String namespace(String field, String name) {
    String[] parts = name.split("/", -1);
    if (parts.length != 2 || !parts[0].equals("namespaces")) {
      throw AppException.invalid(
          field, name, "must have the form namespaces/{namespace}, or namespaces/- for all");
    }
    return parts[1];
  }
}
