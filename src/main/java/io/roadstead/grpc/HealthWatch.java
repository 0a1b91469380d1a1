// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import grpc.health.v1.HealthOuterClass.HealthCheckResponse;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.grpc.stub.ServerCallStreamObserver;
import org.jspecify.annotations.Nullable;

/** One client's watch on the health of a service; only changes are sent. */
final class HealthWatch {
  /**
   * SERVICE_UNKNOWN of the protocol, which is missing in the generated enum because that is older.
   */
  static final int SERVICE_UNKNOWN = 3;

  private static final int NOTHING = -1;

  private final ServerCallStreamObserver<HealthCheckResponse> stream;
  private int last = NOTHING;
  private @Nullable Runnable whenGone;
  private boolean over;

  HealthWatch(ServerCallStreamObserver<HealthCheckResponse> stream) {
    this.stream = stream;
    stream.setOnCancelHandler(this::gone);
  }

  static HealthCheckResponse response(ServingStatus status) {
    return HealthCheckResponse.newBuilder().setStatus(status).build();
  }

  void report(ServingStatus status) {
    report(status.getNumber());
  }

  synchronized void whenGone(Runnable action) {
    whenGone = action;
    if (over) {
      action.run();
    }
  }

  synchronized void report(int status) {
    if (over || status == last) {
      return;
    }
    last = status;
    stream.onNext(HealthCheckResponse.newBuilder().setStatusValue(status).build());
  }

  /** The server is shutting down. */
  synchronized void end() {
    report(ServingStatus.NOT_SERVING);
    if (!over) {
      gone();
      stream.onCompleted();
    }
  }

  private synchronized void gone() {
    over = true;
    if (whenGone != null) {
      whenGone.run();
    }
  }
}
