// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.roadstead.wire.Operation;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prevents callers from creating metric series: unknown addresses are counted as one. */
class BoundedTags implements MeterFilter {
  private static final String UNKNOWN = "UNKNOWN";
  private static final Set<String> METHODS =
      Stream.concat(
              Stream.of("HEAD", "OPTIONS", UNKNOWN),
              Arrays.stream(Operation.values()).map(Operation::method))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> ADDRESSES =
      Arrays.stream(Operation.values())
          .map(Operation::path)
          .collect(Collectors.toUnmodifiableSet());

  /** Quarkus' own addresses, and its placeholders for unknown ones. */
  private static final Pattern OTHERS = Pattern.compile("/q/[a-z/-]{1,40}|[A-Z_]+|root");

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
          case "uri" ->
              ADDRESSES.contains(tag.getValue()) || OTHERS.matcher(tag.getValue()).matches();
          default -> true;
        };
    return known ? tag : Tag.of(tag.getKey(), UNKNOWN);
  }
}
