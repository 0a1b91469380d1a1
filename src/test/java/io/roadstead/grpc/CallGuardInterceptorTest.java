// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.roadstead.v1.AppsGrpc;
import io.roadstead.v1.GetAppRequest;
import io.roadstead.v1.GetAppResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** A call that fails before or around its service ends, and does not hang. */
class CallGuardInterceptorTest {
  private final CallGuardInterceptor guard = new CallGuardInterceptor();
  private final RecordedCall call = new RecordedCall();

  @Test
  void endsACallThatCanNotBeStarted() {
    guard.interceptCall(
        call,
        new Metadata(),
        (started, headers) -> {
          throw new RejectedExecutionException("no worker");
        });

    assertThat(call.ends)
        .extracting(Status::getCode)
        .containsExactly(Status.Code.RESOURCE_EXHAUSTED);
  }

  @Test
  void endsACallWhoseServiceFailsBadly() {
    var handler =
        new ErrorHandlerProvider()
            .createHandler(
                new ServerCall.Listener<GetAppRequest>() {
                  @Override
                  public void onHalfClose() {
                    throw new NoClassDefFoundError("lost");
                  }
                },
                call,
                new Metadata());

    handler.onHalfClose();

    assertThat(call.ends).extracting(Status::getCode).containsExactly(Status.Code.INTERNAL);
  }

  private static final class RecordedCall extends ServerCall<GetAppRequest, GetAppResponse> {
    final List<Status> ends = new ArrayList<>();

    @Override
    public void request(int numMessages) {}

    @Override
    public void sendHeaders(Metadata headers) {}

    @Override
    public void sendMessage(GetAppResponse message) {}

    @Override
    public void close(Status status, Metadata trailers) {
      ends.add(status);
    }

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public MethodDescriptor<GetAppRequest, GetAppResponse> getMethodDescriptor() {
      return AppsGrpc.getGetAppMethod();
    }
  }
}
