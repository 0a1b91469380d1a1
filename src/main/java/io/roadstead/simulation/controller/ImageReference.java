// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parsed image name.
 *
 * @param repository with the registry, as the container runtime completes it
 * @param tag empty when there is only a digest
 * @param digest empty when there is only a tag
 */
record ImageReference(String repository, String tag, String digest) {
  private static final String COMPONENT = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "((?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]+)?/)?%s(?:/%s)*)"
                  .formatted(COMPONENT, COMPONENT)
              + "(?::([\\w][\\w.-]{0,127}))?"
              + "(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?");

  /** Empty when the name is malformed. */
  static Optional<ImageReference> parse(String image) {
    Matcher matcher = GRAMMAR.matcher(image);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String digest = matcher.group(3) == null ? "" : matcher.group(3);
    String tag = matcher.group(2) == null ? "" : matcher.group(2);
    if (tag.isEmpty() && digest.isEmpty()) {
      tag = "latest";
    }
    return Optional.of(new ImageReference(complete(matcher.group(1)), tag, digest));
  }

  private static String complete(String name) {
    int slash = name.indexOf('/');
    if (slash < 0) {
      return "docker.io/library/" + name;
    }
    String first = name.substring(0, slash);
    boolean registry = first.contains(".") || first.contains(":") || first.equals("localhost");
    return registry ? name : "docker.io/" + name;
  }

  String lastComponent() {
    return repository.substring(repository.lastIndexOf('/') + 1);
  }

  /** The complete name, as the container runtime reports it. */
  String full() {
    String tagged = tag.isEmpty() ? repository : repository + ":" + tag;
    return digest.isEmpty() ? tagged : tagged + "@" + digest;
  }
}
