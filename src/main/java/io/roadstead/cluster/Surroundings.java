// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/** Knows the cluster around an app, as last looked at. */
@FunctionalInterface
public interface Surroundings {

  /** What is known at present; never blocks. */
  ClusterTraits traits();
}
