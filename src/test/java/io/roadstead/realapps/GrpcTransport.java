// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Message;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.roadstead.v1.AppSpec;
import io.roadstead.v1.AppsGrpc;
import io.roadstead.v1.DeployAppRequest;
import io.roadstead.v1.GetAppRequest;
import java.net.URI;
import java.util.function.Supplier;

/** Over gRPC. */
final class GrpcTransport implements Transport {
  private final ManagedChannel channel;
  private final AppsGrpc.AppsBlockingStub apps;

  GrpcTransport(URI root) {
    channel =
        ManagedChannelBuilder.forAddress(root.getHost(), root.getPort()).usePlaintext().build();
    apps = AppsGrpc.newBlockingStub(channel);
  }

  @Override
  public Reply get(String namespace, String app) {
    var request = GetAppRequest.newBuilder().setName(name(namespace, app)).build();
    return reply(() -> apps.getApp(request).getApp());
  }

  @Override
  public Reply deploy(String namespace, String app, JsonNode spec, boolean adopt) {
    AppSpec.Builder message;
    try {
      message = SpecMessage.fill(AppSpec.newBuilder(), spec);
    } catch (IllegalArgumentException e) {
      return new Reply(Tree.MAPPER.missingNode(), "not in the contract: " + e.getMessage());
    }
    var request =
        DeployAppRequest.newBuilder()
            .setName(name(namespace, app))
            .setSpec(message)
            .setAdopt(adopt)
            .build();
    return reply(() -> apps.deployApp(request).getApp());
  }

  private static String name(String namespace, String app) {
    return "namespaces/" + namespace + "/apps/" + app;
  }

  private static Reply reply(Supplier<? extends Message> call) {
    try {
      return new Reply(SpecMessage.toJson(call.get()), "");
    } catch (StatusRuntimeException e) {
      com.google.rpc.Status status = StatusProto.fromThrowable(e);
      String fields =
          status == null ? "" : status.getDetailsList().toString().replaceAll("\\s+", " ");
      return new Reply(Tree.MAPPER.missingNode(), e.getMessage() + " " + fields);
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
