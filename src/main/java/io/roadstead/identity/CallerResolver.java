// SPDX-License-Identifier: Apache-2.0
package io.roadstead.identity;

import io.roadstead.app.Caller;
import io.roadstead.app.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Locale;

/**
 * Resolves the caller of a request; the only place that evaluates identity in requests.
 *
 * <p>Headers by which a proxy vouches for a user ({@code X-Remote-User}, {@code X-Forwarded-User})
 * are never read: nothing proves that a trusted proxy has set them.
 */
@ApplicationScoped
public class CallerResolver {
  private static final String IMPERSONATION = "impersonate-";

  /**
   * The caller of a request that came with these headers (REST) or metadata (gRPC),
   * case-insensitively. INVALID_ARGUMENT when the request tries to impersonate another user in the
   * cluster.
   */
  public Caller resolve(Collection<String> headerNames) {
    var violations = new Violations();
    for (String name : headerNames) {
      violations.check(
          !name.strip().toLowerCase(Locale.ROOT).startsWith(IMPERSONATION),
          name,
          null,
          "must not be sent: callers act as themselves");
    }
    violations.throwIfAny();
    return Caller.SERVICE_ACCOUNT;
  }
}
