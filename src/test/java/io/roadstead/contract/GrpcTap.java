// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.function.Consumer;

/** Shows each answer of a gRPC channel as it came. */
record GrpcTap(Consumer<Answer> seen) implements ClientInterceptor {
  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(tapped(listener), headers);
      }
    };
  }

  private <A> ClientCall.Listener<A> tapped(ClientCall.Listener<A> listener) {
    return new SimpleForwardingClientCallListener<>(listener) {
      @Override
      public void onMessage(A message) {
        seen.accept(new Answer.OfMessage((Message) message));
        super.onMessage(message);
      }

      @Override
      public void onClose(Status status, Metadata trailers) {
        if (!status.isOk()) {
          seen.accept(new Answer.OfStatus(status, trailers));
        }
        super.onClose(status, trailers);
      }
    };
  }
}
