// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Collects every broken rule of one request, so that a caller can mend them all at once. */
public final class Violations {
  private final List<Violation> found = new ArrayList<>();

  /** Records a violation of {@code rule} ("must be …") at {@code field} unless {@code holds}. */
  public void check(boolean holds, String field, @Nullable Object value, String rule) {
    if (!holds) {
      found.add(new Violation(field, String.valueOf(value), rule));
    }
  }

  /** Checks each element with its own path, {@code field[index]}. */
  public <T> void each(String field, List<T> elements, BiConsumer<T, String> check) {
    for (int i = 0; i < elements.size(); i++) {
      check.accept(elements.get(i), field + "[" + i + "]");
    }
  }

  /** Ends the request with all violations, if there is any. */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw AppException.invalid(found);
    }
  }
}
