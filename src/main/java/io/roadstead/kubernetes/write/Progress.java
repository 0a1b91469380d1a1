// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.roadstead.app.AppException;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.ObjectResult.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The results per object so far. A repeated attempt finds unchanged what an earlier one wrote, so
 * the greater effect is kept.
 */
final class Progress {
  private static final Set<Outcome> EFFECTS =
      Set.of(Outcome.CREATED, Outcome.CHANGED, Outcome.DELETED);

  private final Map<String, ObjectResult> results = new LinkedHashMap<>();

  void record(String object, Outcome outcome, @Nullable String message) {
    ObjectResult before = results.get(object);
    boolean greater = before != null && EFFECTS.contains(before.outcome());
    if (!greater || (outcome == Outcome.DELETED)) {
      results.put(object, new ObjectResult(object, outcome, message));
    }
  }

  /** Whether something has been written already. */
  boolean hasEffect() {
    return results.values().stream().anyMatch(result -> EFFECTS.contains(result.outcome()));
  }

  boolean created(String object) {
    ObjectResult result = results.get(object);
    return result != null && result.outcome() == Outcome.CREATED;
  }

  List<ObjectResult> results() {
    return List.copyOf(results.values());
  }

  /** An error of a write that has already changed something says what. */
  AppException told(AppException error) {
    return !hasEffect() || !error.details().objects().isEmpty()
        ? error
        : new AppException(
            error.code(),
            String.valueOf(error.getMessage()),
            error.details().withObjects(results()),
            error.getCause());
  }

  /** The results when {@code failed} was refused and {@code rest} was not tried. */
  List<ObjectResult> failed(String failed, @Nullable String why, List<String> rest) {
    var all = new LinkedHashMap<>(results);
    all.put(failed, new ObjectResult(failed, Outcome.FAILED, why));
    rest.forEach(object -> all.putIfAbsent(object, ObjectResult.of(object, Outcome.NOT_ATTEMPTED)));
    return new ArrayList<>(all.values());
  }
}
