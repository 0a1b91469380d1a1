// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import io.roadstead.cluster.Freshness;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An app as Kubernetes thinks of it: which objects it is made of and what ties them together.
 *
 * @param app the app
 * @param state its state as a whole
 * @param items its objects: autoscalers, Services, the Deployment, EndpointSlices, ReplicaSets
 *     (newest first), pods (by name)
 * @param links what ties them together; both ends are ids of items
 * @param omittedPods pods that are not among the items, because they are more than {@link
 *     #MOST_PODS}
 * @param freshness how old the view is
 */
public record LogicalView(
    AppName app,
    AppState state,
    List<Item> items,
    List<Link> links,
    int omittedPods,
    Freshness freshness) {
  /** A view holds this many pods at most; ListPods pages through all of them. */
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

    /** Kubernetes' name of the kind. */
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
   * @param managed whether Roadstead made it, or an object that Roadstead made
   * @param health how it is doing
   * @param state the same in a few words, e.g. {@code 3 of 3 ready}
   * @param reason why it is not as desired, or null
   * @param message the reason in words, or null
   * @param facts what the words rest on
   * @param details further facts, each a few words: image, version, IP, node, ports
   * @param labels the labels that tie it to other items: its own, or those that it selects by
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
   * What is known of an object; null where it does not apply to its kind.
   *
   * @param ready pods of a Deployment or ReplicaSet, endpoints of an EndpointSlice or containers of
   *     a pod that are ready
   * @param desired how many of them there are to be, or an autoscaler wants
   * @param revision number of the app's version that a ReplicaSet or pod is of
   * @param node the node that a pod is on
   * @param ip the IP of a pod
   * @param phase where a pod is in its life
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

  /** What one object is to another. */
  public enum Relation {
    /** The autoscaler sets the Deployment's number of pods. */
    SCALES,
    /** A controller keeps the other object: Deployment to ReplicaSet, ReplicaSet to pod. */
    OWNS,
    /** The Service's endpoints are listed in the EndpointSlice. */
    LISTS,
    /** The EndpointSlice names the pod as an endpoint. */
    ROUTES_TO
  }

  /**
   * One tie.
   *
   * @param from id of an item
   * @param to id of an item
   * @param relation what it means
   * @param active whether it is in effect: traffic flows to the pod, the version is the latest one
   * @param by what ties them, e.g. {@code app.kubernetes.io/name=kubia}; may be empty
   */
  public record Link(String from, String to, Relation relation, boolean active, String by) {}
}
