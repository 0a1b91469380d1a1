// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ErrorHandlerProviderTest {
  private final ErrorHandlerProvider provider = new ErrorHandlerProvider();

  @Test
  void saysBusyWhenThereIsNoWorkerLeft() {
    Status status =
        Status.fromThrowable(provider.transform(new RejectedExecutionException("full")));

    assertThat(status.getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(status.getDescription()).contains("busy").doesNotContain("full");
  }

  @Test
  void keepsTheWordsOfUnexpectedErrorsToTheLog() {
    Status status = Status.fromThrowable(provider.transform(new IllegalStateException("secret")));

    assertThat(status.getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(status.getDescription()).doesNotContain("secret");
  }
}
