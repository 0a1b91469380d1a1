// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;

/** Keeps callers from inventing metric series: what is not ours is counted as one. */
class BoundedTags implements MeterFilter {
  private static final String UNKNOWN = "UNKNOWN";
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT", "DELETE", UNKNOWN);
  private static final Pattern ROUTES =
      Pattern.compile("/v1/cluster|/v1/[^%]*\\{[^%]*|/q/[a-z/-]{1,40}|[A-Z_]+|root");

  @Produces
  @Singleton
  static MeterFilter filter() {
    return new BoundedTags();
  }

  @Override
  public Meter.Id map(Meter.Id id) {
    if (!id.getName().startsWith("http.server.requests")) {
      return id;
    }
    return id.replaceTags(id.getTags().stream().map(BoundedTags::bounded).toList());
  }

  private static Tag bounded(Tag tag) {
    boolean known =
        switch (tag.getKey()) {
          case "method" -> METHODS.contains(tag.getValue());
          case "uri" -> ROUTES.matcher(tag.getValue()).matches();
          default -> true;
        };
    return known ? tag : Tag.of(tag.getKey(), UNKNOWN);
  }
}
