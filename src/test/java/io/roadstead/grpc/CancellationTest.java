// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.StringValue;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls end with their client, however it goes. */
@QuarkusTest
class CancellationTest {
  @TestHTTPResource("/")
  URI root;

  static Stream<MethodDescriptor<StringValue, StringValue>> methods() {
    return Stream.of(ProbeService.STREAM, ProbeService.SLOW);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void endsACallThatIsCancelled(MethodDescriptor<StringValue, StringValue> method) {
    ManagedChannel channel = channel(root.getPort());
    try {
      String id = "cancel " + method.getFullMethodName();
      begin(channel, method, id).cancel("enough", null);
      await().until(() -> ProbeService.CANCELLED.contains(id));
    } finally {
      channel.shutdownNow();
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void endsACallWhoseConnectionDrops(MethodDescriptor<StringValue, StringValue> method)
      throws Exception {
    try (var wire = new CuttableWire(root.getPort())) {
      ManagedChannel channel = channel(wire.port());
      try {
        String id = "drop " + method.getFullMethodName();
        begin(channel, method, id);
        wire.cut();
        await().until(() -> ProbeService.CANCELLED.contains(id));
      } finally {
        channel.shutdownNow();
      }
    }
  }

  private static ManagedChannel channel(int port) {
    return ManagedChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
  }

  private static ClientCall<StringValue, StringValue> begin(
      ManagedChannel channel, MethodDescriptor<StringValue, StringValue> method, String id) {
    ClientCall<StringValue, StringValue> call = channel.newCall(method, CallOptions.DEFAULT);
    call.start(new ClientCall.Listener<>() {}, new Metadata());
    call.request(1);
    call.sendMessage(StringValue.of(id));
    call.halfClose();
    await().until(() -> ProbeService.BEGUN.contains(id));
    return call;
  }
}
