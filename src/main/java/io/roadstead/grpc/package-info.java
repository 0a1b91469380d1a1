// SPDX-License-Identifier: Apache-2.0
/**
 * The gRPC interface: services without logic that turn a message into a use case and its result
 * into an answer, and the one rendering of errors as {@code google.rpc.Status}. It knows neither
 * REST nor the Kubernetes client. Fields of messages that this version does not know are ignored,
 * as proto3 has it.
 */
@NullMarked
package io.roadstead.grpc;

import org.jspecify.annotations.NullMarked;
