// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

/** A subscription to changes; closing it ends the delivery and is safe to repeat. */
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
