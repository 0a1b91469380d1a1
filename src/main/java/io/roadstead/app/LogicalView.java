// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import io.roadstead.cluster.Freshness;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The Kubernetes objects of an app and how they are related.
 *
 * @param app the app
 * @param state its state as a whole
 * @param items its objects: autoscalers, Services, the Deployment, EndpointSlices, ReplicaSets
 *     (newest first), pods (by name)
 * @param links how the items are related; both ends are ids of items
 * @param omittedPods number of pods left out, because there are more than {@link #MOST_PODS}
 * @param freshness how recent the view is
 */
public record LogicalView(
    AppName app,
    AppState state,
    List<Item> items,
    List<Link> links,
    int omittedPods,
    Freshness freshness) {
  /** Maximum number of pods in a view; ListPods returns all of them. */
  public static final int MOST_PODS = 500;

  public LogicalView {
    items = List.copyOf(items);
    links = List.copyOf(links);
  }

  /** Kinds of objects in a view. */
  public enum Kind {
    AUTOSCALER("HorizontalPodAutoscaler"),
    SERVICE("Service"),
    DEPLOYMENT("Deployment"),
    ENDPOINT_SLICE("EndpointSlice"),
    REPLICA_SET("ReplicaSet"),
    POD("Pod");

    private final String kubernetesName;

    Kind(String kubernetesName) {
      this.kubernetesName = kubernetesName;
    }

    /** The kind's name in Kubernetes. */
    public String kubernetesName() {
      return kubernetesName;
    }
  }

  /**
   * One object.
   *
   * @param id its kind and name, e.g. {@code Pod/kubia-5d9c-x2x4q}; unique in the view
   * @param kind its kind
   * @param name its name
   * @param managed whether Roadstead created it, directly or through an object that it created
   * @param health its health
   * @param state its state in a few words, e.g. {@code 3 of 3 ready}
   * @param reason why it is not as desired, or null
   * @param message the reason in words, or null
   * @param facts the facts behind the state
   * @param details further facts, each a few words: image, version, IP, node, ports
   * @param labels the labels that relate it to other items: its own, or those of its selector
   */
  public record Item(
      String id,
      Kind kind,
      String name,
      boolean managed,
      Health health,
      String state,
      @Nullable Reason reason,
      @Nullable String message,
      Facts facts,
      List<String> details,
      Map<String, String> labels) {
    public Item {
      details = List.copyOf(details);
      labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /** The id of an object. */
    public static String id(Kind kind, String name) {
      return kind.kubernetesName() + "/" + name;
    }
  }

  /**
   * Facts about an object; null where not applicable to its kind.
   *
   * @param ready pods of a Deployment or ReplicaSet, endpoints of an EndpointSlice or containers of
   *     a pod that are ready
   * @param desired the desired number of them
   * @param revision number of the app version that a ReplicaSet or pod belongs to
   * @param node the node that a pod is on
   * @param ip the IP of a pod
   * @param phase phase of a pod
   * @param containers the containers of a pod
   */
  public record Facts(
      @Nullable Integer ready,
      @Nullable Integer desired,
      @Nullable Long revision,
      @Nullable String node,
      @Nullable String ip,
      @Nullable PodPhase phase,
      List<PhysicalView.Container> containers) {
    /** Nothing to count. */
    public static final Facts NONE = counted(null, null);

    public Facts {
      containers = List.copyOf(containers);
    }

    /** What can be counted, e.g. pods. */
    public static Facts counted(@Nullable Integer ready, @Nullable Integer desired) {
      return new Facts(ready, desired, null, null, null, null, List.of());
    }
  }

  /** The relation of one object to another. */
  public enum Relation {
    /** The autoscaler sets the Deployment's number of pods. */
    SCALES,
    /** A controller owns the other object: Deployment to ReplicaSet, ReplicaSet to pod. */
    OWNS,
    /** The Service's endpoints are listed in the EndpointSlice. */
    LISTS,
    /** The EndpointSlice names the pod as an endpoint. */
    ROUTES_TO
  }

  /**
   * A relation between two items.
   *
   * @param from id of an item
   * @param to id of an item
   * @param relation what it means
   * @param active whether it is in effect: traffic flows to the pod, the version is the latest one
   * @param by what relates them, e.g. {@code app.kubernetes.io/name=kubia}; may be empty
   */
  public record Link(String from, String to, Relation relation, boolean active, String by) {}
}
