// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.roadstead.app.ClusterRepository;
import io.roadstead.cluster.ClusterInfo;
import io.roadstead.grpc.v1.Cluster;
import io.roadstead.grpc.v1.ClustersGrpc;
import io.roadstead.grpc.v1.GetClusterRequest;
import io.roadstead.grpc.v1.GetClusterResponse;
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
    ClusterInfo found = clusters.describe(CallContext.caller());
    var cluster =
        Cluster.newBuilder()
            .setName(found.name())
            .setKubernetesVersion(found.kubernetesVersion())
            .setNodeCount(found.nodeCount());
    Answers.send(answer, GetClusterResponse.newBuilder().setCluster(cluster).build());
  }
}
