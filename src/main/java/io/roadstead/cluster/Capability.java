// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a cluster may be able to do.
 *
 * @param availability whether the cluster has it
 * @param names who provides it, or the classes to choose from; may be empty
 * @param evidence how Roadstead knows, as a sentence
 * @param remedy how to get it, a command if there is one; null when nothing needs to be done
 */
public record Capability(
    Availability availability, List<String> names, String evidence, @Nullable String remedy) {
  public Capability {
    names = List.copyOf(names);
  }
}
