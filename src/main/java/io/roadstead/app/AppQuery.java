// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import org.jspecify.annotations.Nullable;

/**
 * Selects the apps of a list.
 *
 * @param namespace the namespace, or null for all namespaces ({@code -} in requests)
 * @param filter a label selector, e.g. {@code team=web,tier!=cache}, or null for all
 * @param page which page
 */
public record AppQuery(@Nullable String namespace, @Nullable String filter, PageRequest page) {
  private static final String EVERY_NAMESPACE = "-";

  public AppQuery {
    if (namespace != null && !Syntax.isDnsLabel(namespace)) {
      throw AppException.invalid("namespace", namespace, Messages.NAMESPACE_OR_ALL);
    }
  }

  /** The query of a request, where {@code -} means all namespaces. */
  public static AppQuery of(String namespace, @Nullable String filter, PageRequest page) {
    return new AppQuery(
        namespace.equals(EVERY_NAMESPACE) ? null : namespace,
        filter == null || filter.isBlank() ? null : filter,
        page);
  }
}
