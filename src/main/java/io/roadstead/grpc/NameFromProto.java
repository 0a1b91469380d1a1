// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.roadstead.app.AppException;
import io.roadstead.app.AppName;
import io.roadstead.app.Messages;

/** Reads resource names; violations name the part of the name, as over REST. */
final class NameFromProto {
  private NameFromProto() {}

  /** {@code namespaces/{namespace}/apps/{app}}. */
  static AppName app(String field, String name) {
    String[] parts = name.split("/", -1);
    if (parts.length != 4 || !parts[0].equals("namespaces") || !parts[2].equals("apps")) {
      throw malformed(field, name, Messages.APP_NAME_FORM);
    }
    return new AppName(parts[1], parts[3]);
  }

  /** {@code namespaces/{namespace}}, where the namespace may be {@code -}. */
  static String namespace(String field, String name) {
    String[] parts = name.split("/", -1);
    if (parts.length != 2 || !parts[0].equals("namespaces")) {
      throw malformed(field, name, Messages.NAMESPACE_FORM);
    }
    return parts[1];
  }

  private static AppException malformed(String field, String name, String form) {
    return name.isEmpty()
        ? AppException.invalid(field, null, Messages.missing(form))
        : AppException.invalid(field, name, Messages.form(form));
  }
}
