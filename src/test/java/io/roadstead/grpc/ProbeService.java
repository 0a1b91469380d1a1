// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import com.google.protobuf.StringValue;
import io.grpc.BindableService;
import io.grpc.Context;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A service of the tests whose calls go on until their client is gone. */
@GrpcService
public class ProbeService implements BindableService {
  static final Set<String> BEGUN = ConcurrentHashMap.newKeySet();
  static final Set<String> CANCELLED = ConcurrentHashMap.newKeySet();
  static final MethodDescriptor<StringValue, StringValue> STREAM =
      method("Stream", MethodType.SERVER_STREAMING);
  static final MethodDescriptor<StringValue, StringValue> SLOW = method("Slow", MethodType.UNARY);

  private static MethodDescriptor<StringValue, StringValue> method(String name, MethodType type) {
    var marshaller = ProtoUtils.marshaller(StringValue.getDefaultInstance());
    return MethodDescriptor.newBuilder(marshaller, marshaller)
        .setType(type)
        .setFullMethodName("roadstead.test.Probe/" + name)
        .build();
  }

  @Override
  public ServerServiceDefinition bindService() {
    return ServerServiceDefinition.builder("roadstead.test.Probe")
        .addMethod(STREAM, ServerCalls.asyncServerStreamingCall(this::untilCancelled))
        .addMethod(SLOW, ServerCalls.asyncUnaryCall(this::untilCancelled))
        .build();
  }

  private void untilCancelled(StringValue id, StreamObserver<StringValue> answer) {
    var call = (ServerCallStreamObserver<StringValue>) answer;
    call.setOnCancelHandler(
        () -> {
          if (call.isCancelled() && Context.current().isCancelled()) {
            CANCELLED.add(id.getValue());
          }
        });
    BEGUN.add(id.getValue());
  }
}
