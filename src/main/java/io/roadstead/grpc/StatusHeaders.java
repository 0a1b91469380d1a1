// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import com.google.rpc.Status;
import io.vertx.core.MultiMap;
import java.util.Base64;

/** A status as a headers-only response, for calls that do not reach the gRPC server. */
final class StatusHeaders {
  static final String STATUS = "grpc-status";
  static final String MESSAGE = StatusMessage.HEADER;
  static final String DETAILS = "grpc-status-details-bin";

  private StatusHeaders() {}

  static void set(MultiMap headers, Status status) {
    headers.set(STATUS, Integer.toString(status.getCode()));
    headers.set(MESSAGE, StatusMessage.encode(status.getMessage()));
    headers.set(DETAILS, Base64.getEncoder().withoutPadding().encodeToString(status.toByteArray()));
  }
}
