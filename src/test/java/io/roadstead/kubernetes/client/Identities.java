// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

/** The certificates that tests share: making one takes a second. */
final class Identities {
  static final Identity SERVER = Identity.of("kube-apiserver", "RSA");
  static final Identity FIRST = Identity.of("first", "RSA");
  static final Identity SECOND = Identity.of("second", "EC");

  private Identities() {}
}
