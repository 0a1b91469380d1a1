// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.roadstead.cluster.Recognizer;
import io.roadstead.cluster.Trait;
import io.roadstead.kubernetes.model.ContainerRecord.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Projects a pod. */
public final class PodProjection {
  private PodProjection() {}

  public static PodRecord observed(Pod pod) {
    PodSpec spec = pod.getSpec();
    PodStatus status = pod.getStatus() == null ? new PodStatus() : pod.getStatus();
    Meta meta = Meta.of(pod.getMetadata());
    return new PodRecord(
        meta,
        Fields.owner(pod.getMetadata(), "ReplicaSet"),
        emptyToNull(status.getPodIP()),
        spec.getHostname() == null ? meta.name() : spec.getHostname(),
        spec.getNodeName() == null ? null : Fields.word(spec.getNodeName()),
        status.getPhase() == null ? "Pending" : Fields.word(status.getPhase()),
        Fields.word(status.getReason()),
        Fields.text(status.getMessage()),
        Conditions.OF_POD.observed(status.getConditions()),
        containers(spec, status),
        Fields.only(
                pod.getMetadata().getAnnotations(),
                key -> Recognizer.looksFor(Trait.CONTROL_PLANE_ANNOTATION, key))
            .keySet());
  }

  private static List<ContainerRecord> containers(PodSpec spec, PodStatus status) {
    Map<String, ContainerStatus> inits = byName(status.getInitContainerStatuses());
    Map<String, ContainerStatus> mains = byName(status.getContainerStatuses());
    List<ContainerRecord> containers = new ArrayList<>();
    for (Container container : Fields.orEmpty(spec.getInitContainers())) {
      Role role = "Always".equals(container.getRestartPolicy()) ? Role.SIDECAR : Role.INIT;
      containers.add(ContainerProjection.observed(container, role, inits.get(container.getName())));
    }
    for (Container container : Fields.orEmpty(spec.getContainers())) {
      containers.add(
          ContainerProjection.observed(container, Role.MAIN, mains.get(container.getName())));
    }
    return containers;
  }

  private static Map<String, ContainerStatus> byName(@Nullable List<ContainerStatus> statuses) {
    return Fields.orEmpty(statuses).stream()
        .collect(
            Collectors.toMap(ContainerStatus::getName, Function.identity(), (one, other) -> one));
  }

  private static @Nullable String emptyToNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
