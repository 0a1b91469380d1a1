// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.roadstead.app.ContainerPort;
import io.roadstead.app.Warning;
import io.roadstead.kubernetes.model.AutoscalerMapping;
import io.roadstead.kubernetes.model.BeforeStop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The messages of writes about the objects of an app. */
final class WriteMessages {
  private static final int MOST_PATHS = 10;

  static final String ADOPT_SERVICE =
      "Delete it, or take it over with a deploy that has adopt=true and an exposure";
  static final String ADOPT_AUTOSCALER =
      "Delete it, or take it over with a deploy that has adopt=true and autoscaling";

  static final String OVERTAKEN =
      "Other clients kept changing the app's objects until the write deadline. Repeat the request.";

  private WriteMessages() {}

  static String kept(HasMetadata object) {
    return "It is not managed by Roadstead%s."
        .formatted(Ownership.owner(object).map("; it belongs to %s"::formatted).orElse(""));
  }

  static String undeclaredTarget(int port, String target, List<ContainerPort> declared) {
    return "Port %d of the exposure leads to port %s, which no container declares; they declare %s. Send another targetPort, or declare the port."
        .formatted(
            port,
            target,
            declared.stream()
                .map(found -> Integer.toString(found.port()))
                .distinct()
                .collect(Collectors.joining(", ")));
  }

  static String removedVolume(String name) {
    return "Volume '%s' is removed: the request does not have it. To keep it, send it."
        .formatted(name);
  }

  static String removedMount(String path, String volume, String container) {
    return "Container '%s' no longer has %s, a mount of volume '%s': the request does not have it. To keep it, send it."
        .formatted(container, path, volume);
  }

  static String noRequest(String container, String resource) {
    return "Container '%s' requests no %s, so its utilization can't be computed and the app is not scaled by it. Give resources.requests.%2$s."
        .formatted(container, resource);
  }

  /** {@code larger} has the resources of which even the largest node has less. */
  static String tooLarge(Map<String, BigDecimal> pod, Map<String, String> larger) {
    String what =
        larger.isEmpty()
            ? "%s together".formatted(String.join(" and ", pod.keySet()))
            : larger.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
    return "No node is large enough for the requests of a pod: %s. The pods stay pending until a larger node is added; otherwise, lower the requests."
        .formatted(what);
  }

  static String keptClaim(String name, String namespace) {
    return "Claims are kept, with their data. To delete it: kubectl delete pvc %s -n %s"
        .formatted(name, namespace);
  }

  static String otherClaim(String name, @Nullable String has, String sent) {
    return "PersistentVolumeClaim/%s exists with %s instead of %s, and stays as it is. Change it with kubectl if the cluster can, or name another claim."
        .formatted(name, has == null || has.isEmpty() ? "none" : has, sent);
  }

  static String claimOfAnotherApp(String name, String volume) {
    return "PersistentVolumeClaim/%s was made for another app. To use its data, send claim.name=%1$s; otherwise, give volume '%s' another name."
        .formatted(name, volume);
  }

  static String otherFiles(ObjectMeta files) {
    return "ConfigMap/%s exists with other content than the files that its name stands for. Delete it: kubectl delete configmap %1$s -n %s"
        .formatted(files.getName(), files.getNamespace());
  }

  static String nothingToRelease(HasMetadata object) {
    return "There is nothing to release: %s/%s is not managed by Roadstead%s."
        .formatted(
            object.getKind(),
            object.getMetadata().getName(),
            Ownership.owner(object).map("; it belongs to %s"::formatted).orElse(""));
  }

  /** What a stopped app had before goes with Roadstead's annotations. */
  static Warning countForgotten(BeforeStop before) {
    List<String> scale = new ArrayList<>();
    if (before.replicas() != null) {
      scale.add(before.replicas() == 1 ? "1 pod" : before.replicas() + " pods");
    }
    var autoscaler = before.autoscalerSpec();
    if (autoscaler != null) {
      scale.add(
          "autoscaling from %d to %d pods"
              .formatted(AutoscalerMapping.minReplicas(autoscaler), autoscaler.getMaxReplicas()));
    }
    return new Warning(
        Warning.Code.COUNT_FORGOTTEN,
        "The app is stopped, and Roadstead no longer remembers its previous scale: %s. Restore it with kubectl scale and kubectl autoscale."
            .formatted(String.join(", ", scale)),
        null);
  }

  static String keptByGitOps(String controller) {
    return "%s keeps this app as its repository says, and will undo changes that Roadstead makes. Remove the app from the repository, or stop its synchronization."
        .formatted(controller);
  }

  static String otherSelector(
      String service, Map<String, String> selector, Map<String, String> wanted) {
    if (selector.isEmpty()) {
      return "Service/%s has no selector: somebody else sets its endpoints. To make it select the app's pods by %s, send force=true."
          .formatted(service, labels(wanted));
    }
    return "Service/%s selects pods with %s, which the app's pods do not have. To select them by %s instead, send force=true."
        .formatted(service, labels(selector), labels(wanted));
  }

  static String noLabelsOfItsOwn(String other) {
    return other.isEmpty()
        ? "The Deployment selects its pods by expressions, and they have no labels by which a"
            + " Service could select them."
        : "The Deployment selects its pods by expressions, which a Service can't express, and %s has pods with the same labels. Give the pods a label of their own."
            .formatted(other);
  }

  static String beingDeleted(HasMetadata object) {
    List<String> finalizers =
        Objects.requireNonNullElse(object.getMetadata().getFinalizers(), List.of());
    return "%s/%s is being deleted%s. Repeat the request when it is gone."
        .formatted(
            object.getKind(),
            object.getMetadata().getName(),
            finalizers.isEmpty()
                ? ""
                : "; it waits for %s".formatted(String.join(", ", finalizers)));
  }

  /** An object that has the name of the app. */
  static String serves(HasMetadata object, String workload) {
    return "%s/%s serves %s and stays as it is. Give the app another name, or delete the object if nothing needs it."
        .formatted(object.getKind(), object.getMetadata().getName(), workload);
  }

  /** A Service of the app that a request would delete. */
  static String shared(HasMetadata service, String workload) {
    return "Service/%s also serves %s. To delete it anyway, send force=true."
        .formatted(service.getMetadata().getName(), workload);
  }

  /** Why a Service of a deleted app is kept. */
  static String alsoServing(String workload) {
    return "It also serves %s.".formatted(workload);
  }

  /** Why an object that has the name of the app is kept. */
  static String serving(String workload) {
    return "It serves %s.".formatted(workload);
  }

  /** Why an object that already is as the spec says is not adopted. */
  static String keptByController(OwnerReference controller) {
    return "It is controlled by %s/%s.".formatted(controller.getKind(), controller.getName());
  }

  static String controlled(HasMetadata object, OwnerReference controller) {
    return "%s/%s is controlled by %s/%s, which would undo the change. Change or delete that instead."
        .formatted(
            object.getKind(),
            object.getMetadata().getName(),
            controller.getKind(),
            controller.getName());
  }

  static String countOfSomebodyElse(int count) {
    return "The number of pods was set to %d by somebody else, e.g. with kubectl scale. To set it anyway, send force=true; to keep it, leave replicas out."
        .formatted(count);
  }

  private static String labels(Map<String, String> labels) {
    return new TreeMap<>(labels)
        .entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(","));
  }

  /** What the request would remove although it can't name it. */
  static String wouldBeLost(String object, List<String> paths) {
    return ("The request removes from %s what a spec can't express: %s. Keep the element that has"
            + " it, or send force=true to remove it.")
        .formatted(object, list(paths));
  }

  static Warning removed(String object, String path) {
    return new Warning(
        Warning.Code.FIELD_REMOVED,
        "%s of %s can't be expressed by a spec and was removed.".formatted(path, object),
        null);
  }

  /** What another manager has set, and the request leaves out. */
  static Warning kept(String object, String path) {
    return new Warning(
        Warning.Code.FIELD_KEPT,
        "%s of %s was set by another manager and is kept. To remove it, send force=true."
            .formatted(path, object),
        null);
  }

  private static String list(List<String> paths) {
    String first = String.join(", ", paths.subList(0, Math.min(MOST_PATHS, paths.size())));
    int more = paths.size() - MOST_PATHS;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
