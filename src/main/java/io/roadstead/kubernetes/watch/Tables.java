// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.roadstead.kubernetes.model.AutoscalerRecord;
import io.roadstead.kubernetes.model.DeploymentRecord;
import io.roadstead.kubernetes.model.EndpointSliceRecord;
import io.roadstead.kubernetes.model.EventRecord;
import io.roadstead.kubernetes.model.Kind;
import io.roadstead.kubernetes.model.NodeRecord;
import io.roadstead.kubernetes.model.ObjectKey;
import io.roadstead.kubernetes.model.ObservedObject;
import io.roadstead.kubernetes.model.PodRecord;
import io.roadstead.kubernetes.model.ReplicaSetRecord;
import io.roadstead.kubernetes.model.ServiceRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;

/** One table per kind, grouped so that an app's objects can be found from its Deployment. */
@ApplicationScoped
class Tables {
  /** A crashing pod has an endless number of events; the newest are sufficient. */
  private static final int MOST_EVENTS_PER_OBJECT = 12;

  private final RecordTable<DeploymentRecord> deployments = new RecordTable<>(found -> "");
  private final RecordTable<ReplicaSetRecord> replicaSets =
      new RecordTable<>(ReplicaSetRecord::owner);
  private final RecordTable<PodRecord> pods = new RecordTable<>(PodRecord::owner);
  private final RecordTable<ServiceRecord> services =
      new RecordTable<>(ServiceRecord::selectorGroup);
  private final RecordTable<EndpointSliceRecord> endpointSlices =
      new RecordTable<>(found -> group(new ObjectKey(found.meta().namespace(), found.service())));
  private final RecordTable<AutoscalerRecord> autoscalers =
      new RecordTable<>(AutoscalerRecord::targetGroup);
  private final RecordTable<NodeRecord> nodes = new RecordTable<>(found -> "");
  private final RecordTable<EventRecord> events =
      RecordTable.bounded(
          EventRecord::objectUid,
          MOST_EVENTS_PER_OBJECT,
          Comparator.comparing(EventRecord::lastSeen));

  static String group(ObjectKey key) {
    return key.namespace() + "/" + key.name();
  }

  RecordTable<DeploymentRecord> deployments() {
    return deployments;
  }

  RecordTable<ReplicaSetRecord> replicaSets() {
    return replicaSets;
  }

  RecordTable<PodRecord> pods() {
    return pods;
  }

  RecordTable<ServiceRecord> services() {
    return services;
  }

  RecordTable<EndpointSliceRecord> endpointSlices() {
    return endpointSlices;
  }

  RecordTable<AutoscalerRecord> autoscalers() {
    return autoscalers;
  }

  RecordTable<NodeRecord> nodes() {
    return nodes;
  }

  RecordTable<EventRecord> events() {
    return events;
  }

  RecordTable<? extends ObservedObject> of(Kind kind) {
    return switch (kind) {
      case DEPLOYMENT -> deployments;
      case REPLICA_SET -> replicaSets;
      case POD -> pods;
      case SERVICE -> services;
      case ENDPOINT_SLICE -> endpointSlices;
      case AUTOSCALER -> autoscalers;
      case NODE -> nodes;
      case EVENT -> events;
    };
  }
}
