// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import java.util.Random;
import java.util.UUID;

/** Generates uids and the suffixes of generated names, deterministically from a seed. */
final class Identities {
  /** The characters that Kubernetes uses: no vowels, nothing easily confused. */
  private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

  private static final int SUFFIX_LENGTH = 5;
  private static final int MAX_BASE_LENGTH = 58;

  private final Random random;

  Identities(Random random) {
    this.random = random;
  }

  String uid() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return UUID.nameUUIDFromBytes(bytes).toString();
  }

  String name(String generateName) {
    String base =
        generateName.length() > MAX_BASE_LENGTH
            ? generateName.substring(0, MAX_BASE_LENGTH)
            : generateName;
    StringBuilder name = new StringBuilder(base);
    for (int i = 0; i < SUFFIX_LENGTH; i++) {
      name.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return name.toString();
  }
}
