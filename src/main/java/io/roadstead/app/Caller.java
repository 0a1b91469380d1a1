// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

/**
 * The identity on whose behalf a use case runs. Every use case and every port method takes it
 * explicitly.
 *
 * @param name how the caller appears in logs; never a credential
 */
public record Caller(String name) {
  /** Calls use the service's own account in the cluster. */
  public static final Caller SERVICE_ACCOUNT = new Caller("service-account");
}
