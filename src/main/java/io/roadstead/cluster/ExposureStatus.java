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
 * @param service the name of its Service; null when not exposed
 * @param others the other Services that lead to the app
 */
public record ExposureStatus(
    @Nullable ExposureType type,
    ExposureState state,
    Address.@Nullable Rung rung,
    String message,
    @Nullable String remedy,
    List<Address> addresses,
    @Nullable String service,
    List<Other> others) {
  public static final ExposureStatus NOT_EXPOSED =
      new ExposureStatus(
          null, ExposureState.NOT_EXPOSED, null, ExposureMessages.NOT_EXPOSED, null, List.of());

  /** An exposure by one Service only. */
  public ExposureStatus(
      @Nullable ExposureType type,
      ExposureState state,
      Address.@Nullable Rung rung,
      String message,
      @Nullable String remedy,
      List<Address> addresses) {
    this(type, state, rung, message, remedy, addresses, null, List.of());
  }

  /** The status of an app with a Service of its name that selects none of its pods. */
  public static ExposureStatus leadsNowhere(String service, String selector) {
    return new ExposureStatus(
        null,
        ExposureState.NOT_EXPOSED,
        null,
        ExposureMessages.leadsNowhere(service, selector),
        ExposureMessages.LEADS_NOWHERE_REMEDY,
        List.of());
  }

  /** The same exposure, beside other Services. */
  public ExposureStatus with(List<Other> more) {
    return new ExposureStatus(type, state, rung, message, remedy, addresses, service, more);
  }

  /**
   * Another Service that leads to the app.
   *
   * @param service its name
   * @param type its type
   * @param state its progress
   * @param message the state as a sentence
   * @param addresses best first
   */
  public record Other(
      String service,
      ExposureType type,
      ExposureState state,
      String message,
      List<Address> addresses) {
    public Other {
      addresses = List.copyOf(addresses);
    }
  }

  public ExposureStatus {
    addresses = List.copyOf(addresses);
    others = List.copyOf(others);
  }
}
