// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import org.jspecify.annotations.Nullable;

/**
 * The apps that a list has.
 *
 * @param namespace their namespace, or null for every namespace ({@code -} in requests)
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

  /** A query as it arrives in a request, where {@code -} stands for every namespace. */
  public static AppQuery of(String namespace, @Nullable String filter, PageRequest page) {
    return new AppQuery(
        namespace.equals(EVERY_NAMESPACE) ? null : namespace,
        filter == null || filter.isBlank() ? null : filter,
        page);
  }
}
