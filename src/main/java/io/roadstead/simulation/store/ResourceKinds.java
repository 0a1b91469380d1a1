// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

import static io.roadstead.simulation.store.Subresource.BINDING;
import static io.roadstead.simulation.store.Subresource.EVICTION;
import static io.roadstead.simulation.store.Subresource.LOG;
import static io.roadstead.simulation.store.Subresource.SCALE;
import static io.roadstead.simulation.store.Subresource.STATUS;

import java.util.List;
import java.util.Set;

/**
 * The kinds that every simulated API server serves; a server may serve more, see {@link
 * ServedKinds}.
 */
public final class ResourceKinds {
  private static final List<String> ALL_CATEGORY = List.of("all");
  private static final String RBAC = "rbac.authorization.k8s.io";

  public static final ResourceKind NAMESPACE =
      cluster("", "v1", "Namespace", "namespaces", List.of("ns"), Set.of(STATUS));
  public static final ResourceKind NODE =
      cluster("", "v1", "Node", "nodes", List.of("no"), Set.of(STATUS));
  public static final ResourceKind POD =
      new ResourceKind(
          "",
          "v1",
          "Pod",
          "pods",
          List.of("po"),
          true,
          ALL_CATEGORY,
          Set.of(STATUS, LOG, BINDING, EVICTION),
          true);
  public static final ResourceKind SERVICE =
      new ResourceKind(
          "",
          "v1",
          "Service",
          "services",
          List.of("svc"),
          true,
          ALL_CATEGORY,
          Set.of(STATUS),
          false);
  public static final ResourceKind CONFIG_MAP =
      plain("", "v1", "ConfigMap", "configmaps", List.of("cm"));
  public static final ResourceKind SECRET = plain("", "v1", "Secret", "secrets", List.of());
  public static final ResourceKind SERVICE_ACCOUNT =
      plain("", "v1", "ServiceAccount", "serviceaccounts", List.of("sa"));
  public static final ResourceKind EVENT = plain("", "v1", "Event", "events", List.of("ev"));
  public static final ResourceKind ENDPOINTS =
      plain("", "v1", "Endpoints", "endpoints", List.of("ep"));
  public static final ResourceKind LIMIT_RANGE =
      plain("", "v1", "LimitRange", "limitranges", List.of("limits"));
  public static final ResourceKind RESOURCE_QUOTA =
      new ResourceKind(
          "",
          "v1",
          "ResourceQuota",
          "resourcequotas",
          List.of("quota"),
          true,
          List.of(),
          Set.of(STATUS),
          false);
  public static final ResourceKind DEPLOYMENT =
      counted("apps", "v1", "Deployment", "deployments", List.of("deploy"), Set.of(STATUS, SCALE));
  public static final ResourceKind REPLICA_SET =
      counted("apps", "v1", "ReplicaSet", "replicasets", List.of("rs"), Set.of(STATUS, SCALE));
  public static final ResourceKind HORIZONTAL_POD_AUTOSCALER =
      new ResourceKind(
          "autoscaling",
          "v2",
          "HorizontalPodAutoscaler",
          "horizontalpodautoscalers",
          List.of("hpa"),
          true,
          ALL_CATEGORY,
          Set.of(STATUS),
          false);
  public static final ResourceKind ENDPOINT_SLICE =
      new ResourceKind(
          "discovery.k8s.io",
          "v1",
          "EndpointSlice",
          "endpointslices",
          List.of(),
          true,
          List.of(),
          Set.of(),
          true);
  public static final ResourceKind EVENT_V1 =
      plain("events.k8s.io", "v1", "Event", "events", List.of("ev"));
  public static final ResourceKind POD_DISRUPTION_BUDGET =
      new ResourceKind(
          "policy",
          "v1",
          "PodDisruptionBudget",
          "poddisruptionbudgets",
          List.of("pdb"),
          true,
          List.of(),
          Set.of(STATUS),
          true);
  public static final ResourceKind LEASE =
      plain("coordination.k8s.io", "v1", "Lease", "leases", List.of());
  public static final ResourceKind ROLE = plain(RBAC, "v1", "Role", "roles", List.of());
  public static final ResourceKind ROLE_BINDING =
      plain(RBAC, "v1", "RoleBinding", "rolebindings", List.of());
  public static final ResourceKind CLUSTER_ROLE =
      cluster(RBAC, "v1", "ClusterRole", "clusterroles", List.of(), Set.of());
  public static final ResourceKind CLUSTER_ROLE_BINDING =
      cluster(RBAC, "v1", "ClusterRoleBinding", "clusterrolebindings", List.of(), Set.of());
  public static final ResourceKind INGRESS_CLASS =
      ResourceKind.clusterScoped("networking.k8s.io", "v1", "IngressClass", "ingressclasses");
  public static final ResourceKind PERSISTENT_VOLUME_CLAIM =
      new ResourceKind(
          "",
          "v1",
          "PersistentVolumeClaim",
          "persistentvolumeclaims",
          List.of("pvc"),
          true,
          List.of(),
          Set.of(STATUS),
          false);
  public static final ResourceKind PERSISTENT_VOLUME =
      cluster("", "v1", "PersistentVolume", "persistentvolumes", List.of("pv"), Set.of(STATUS));
  public static final ResourceKind STORAGE_CLASS =
      cluster("storage.k8s.io", "v1", "StorageClass", "storageclasses", List.of("sc"), Set.of());
  public static final ResourceKind PRIORITY_CLASS =
      new ResourceKind(
          "scheduling.k8s.io",
          "v1",
          "PriorityClass",
          "priorityclasses",
          List.of("pc"),
          false,
          List.of(),
          Set.of(),
          true);
  public static final ResourceKind RUNTIME_CLASS =
      cluster("node.k8s.io", "v1", "RuntimeClass", "runtimeclasses", List.of(), Set.of());

  private static final List<ResourceKind> KINDS =
      List.of(
          CONFIG_MAP,
          ENDPOINTS,
          EVENT,
          LIMIT_RANGE,
          NAMESPACE,
          NODE,
          PERSISTENT_VOLUME_CLAIM,
          PERSISTENT_VOLUME,
          POD,
          RESOURCE_QUOTA,
          SECRET,
          SERVICE_ACCOUNT,
          SERVICE,
          DEPLOYMENT,
          REPLICA_SET,
          HORIZONTAL_POD_AUTOSCALER,
          LEASE,
          ENDPOINT_SLICE,
          EVENT_V1,
          INGRESS_CLASS,
          RUNTIME_CLASS,
          POD_DISRUPTION_BUDGET,
          CLUSTER_ROLE_BINDING,
          CLUSTER_ROLE,
          ROLE_BINDING,
          ROLE,
          PRIORITY_CLASS,
          STORAGE_CLASS);

  private ResourceKinds() {}

  /** All kinds that are served, in the order of discovery. */
  public static List<ResourceKind> all() {
    return KINDS;
  }

  private static ResourceKind plain(
      String group, String version, String kind, String plural, List<String> shortNames) {
    return new ResourceKind(
        group, version, kind, plural, shortNames, true, List.of(), Set.of(), false);
  }

  private static ResourceKind cluster(
      String group,
      String version,
      String kind,
      String plural,
      List<String> shortNames,
      Set<Subresource> subresources) {
    return new ResourceKind(
        group, version, kind, plural, shortNames, false, List.of(), subresources, false);
  }

  private static ResourceKind counted(
      String group,
      String version,
      String kind,
      String plural,
      List<String> shortNames,
      Set<Subresource> subresources) {
    return new ResourceKind(
        group, version, kind, plural, shortNames, true, ALL_CATEGORY, subresources, true);
  }
}
