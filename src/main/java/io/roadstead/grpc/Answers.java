// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.stub.StreamObserver;

/** Completes a unary call with its response. */
final class Answers {
  private Answers() {}

  static <T> void send(StreamObserver<T> to, T answer) {
    to.onNext(answer);
    to.onCompleted();
  }
}
