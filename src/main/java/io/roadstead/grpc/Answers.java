// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.stub.StreamObserver;

/** Ends a unary call with its one answer. */
final class Answers {
  private Answers() {}

  static <T> void send(StreamObserver<T> to, T answer) {
    to.onNext(answer);
    to.onCompleted();
  }
}
