// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import io.roadstead.app.AppException;
import io.roadstead.app.Caller;
import io.roadstead.app.ClusterRepository;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.PageRequest;
import io.roadstead.cluster.ClusterInfo;
import io.roadstead.cluster.ClusterNode;
import io.roadstead.cluster.KubernetesSkew;
import io.roadstead.kubernetes.client.ClusterConnection;
import io.roadstead.kubernetes.model.NodeRecord;
import io.roadstead.kubernetes.survey.ClusterProfile;
import io.roadstead.kubernetes.survey.Profiler;
import io.roadstead.kubernetes.watch.ClusterCache;
import io.roadstead.kubernetes.watch.ClusterWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Facts about the cluster from its watches and surveys; no call waits for the API server. */
@ApplicationScoped
class KubernetesClusterRepository implements ClusterRepository {
  private static final String NODES = "nodes";

  private final AppReader reader;
  private final ClusterCache cache;
  private final ClusterWatch watch;
  private final ClusterConnection connection;
  private final Profiler profiler;

  KubernetesClusterRepository(
      AppReader reader,
      ClusterCache cache,
      ClusterWatch watch,
      ClusterConnection connection,
      Profiler profiler) {
    this.reader = reader;
    this.cache = cache;
    this.watch = watch;
    this.connection = connection;
    this.profiler = profiler;
  }

  @Override
  public ClusterInfo describe(Caller caller) {
    reader.requireSynced();
    String version =
        watch
            .kubernetesVersion()
            .orElseThrow(
                () ->
                    AppException.unavailable(
                        "The version of the API server is not known yet. Try again.", null));
    ClusterProfile profile = profiler.profile();
    List<ClusterNode> nodes = cache.nodes().stream().map(NodeRecord::facts).toList();
    String problem = cache.nodesProblem();
    return new ClusterInfo(
        connection.name(),
        version,
        KubernetesSkew.of(version),
        profile.recognition(),
        nodes.size(),
        nodes.subList(0, Math.min(nodes.size(), ClusterInfo.MOST_NODES)),
        problem.isEmpty() ? null : problem,
        zones(nodes),
        profile.capabilities(),
        cache.freshness());
  }

  @Override
  public NodePage nodes(Caller caller, PageRequest page) {
    @Nullable String last = PageToken.lastKey(NODES, page.token());
    reader.requireSynced();
    if (!cache.nodesProblem().isEmpty()) {
      throw AppException.of(ErrorCode.PERMISSION_DENIED, cache.nodesProblem());
    }
    List<ClusterNode> rest =
        cache.nodes().stream()
            .map(NodeRecord::facts)
            .filter(node -> last == null || node.name().compareTo(last) > 0)
            .limit(page.size() + 1L)
            .toList();
    List<ClusterNode> found = rest.subList(0, Math.min(rest.size(), page.size()));
    String next =
        rest.size() > found.size() ? PageToken.of(NODES, found.get(found.size() - 1).name()) : null;
    return new NodePage(found, next, cache.freshness());
  }

  private static List<String> zones(List<ClusterNode> nodes) {
    return nodes.stream()
        .map(ClusterNode::zone)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }
}
