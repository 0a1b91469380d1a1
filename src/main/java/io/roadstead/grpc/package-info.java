// SPDX-License-Identifier: Apache-2.0
/**
 * The gRPC interface: services without logic that map a message to a use case and its result to a
 * response, and the only rendering of errors as {@code google.rpc.Status}. It knows neither REST
 * nor the Kubernetes client. Unknown fields of messages are ignored, as is usual in proto3.
 */
@NullMarked
package io.roadstead.grpc;

import org.jspecify.annotations.NullMarked;
