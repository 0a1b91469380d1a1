// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.roadstead.app.ClusterRepository;
import io.roadstead.app.PageRequest;
import io.roadstead.v1.ClustersGrpc;
import io.roadstead.v1.GetClusterRequest;
import io.roadstead.v1.GetClusterResponse;
import io.roadstead.v1.ListNodesRequest;
import io.roadstead.v1.ListNodesResponse;
import io.roadstead.wire.ClusterToProto;
import io.smallrye.common.annotation.Blocking;

/** The service {@code roadstead.v1.Clusters}; its methods run on workers. */
@GrpcService
@Blocking
public class ClustersGrpcService extends ClustersGrpc.ClustersImplBase {
  private final ClusterRepository clusters;

  ClustersGrpcService(ClusterRepository clusters) {
    this.clusters = clusters;
  }

  @Override
  public void getCluster(GetClusterRequest request, StreamObserver<GetClusterResponse> answer) {
    var cluster = ClusterToProto.toProto(clusters.describe(CallContext.caller()));
    Answers.send(answer, GetClusterResponse.newBuilder().setCluster(cluster).build());
  }

  @Override
  public void listNodes(ListNodesRequest request, StreamObserver<ListNodesResponse> answer) {
    ClusterRepository.NodePage page =
        clusters.nodes(
            CallContext.caller(), PageRequest.of(request.getPageSize(), request.getPageToken()));
    Answers.send(answer, ClusterToProto.toProto(page));
  }
}
