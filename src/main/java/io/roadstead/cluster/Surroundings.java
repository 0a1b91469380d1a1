// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

/** The traits of the cluster around an app, as last observed. */
@FunctionalInterface
public interface Surroundings {

  /** The current traits; never blocks. */
  ClusterTraits traits();
}
