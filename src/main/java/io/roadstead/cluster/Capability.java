// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a cluster can or can't do.
 *
 * @param availability whether it can
 * @param names who provides it, or the classes to choose from; may be empty
 * @param evidence what that rests on, in a sentence
 * @param remedy what to do to get it, a command where there is one; null when nothing needs doing
 */
public record Capability(
    Availability availability, List<String> names, String evidence, @Nullable String remedy) {
  public Capability {
    names = List.copyOf(names);
  }
}
