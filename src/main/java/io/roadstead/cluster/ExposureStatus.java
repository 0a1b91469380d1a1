// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an app is exposed, or why it is not exposed yet.
 *
 * @param type the requested type; null when not exposed
 * @param state its progress
 * @param rung the best way to reach the app now; null when there is no address
 * @param message the state as a sentence, with the cluster's own message where it has one
 * @param remedy what to do about it, as one line; null when nothing needs to be done
 * @param addresses best first; in-cluster ones last
 */
public record ExposureStatus(
    @Nullable ExposureType type,
    ExposureState state,
    Address.@Nullable Rung rung,
    String message,
    @Nullable String remedy,
    List<Address> addresses) {
  public static final ExposureStatus NOT_EXPOSED =
      new ExposureStatus(
          null, ExposureState.NOT_EXPOSED, null, ExposureMessages.NOT_EXPOSED, null, List.of());

  public ExposureStatus {
    addresses = List.copyOf(addresses);
  }
}
