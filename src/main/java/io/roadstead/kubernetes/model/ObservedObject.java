// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

/** A projected record of one object. */
public sealed interface ObservedObject
    permits DeploymentRecord,
        ReplicaSetRecord,
        PodRecord,
        ServiceRecord,
        EndpointSliceRecord,
        AutoscalerRecord,
        NodeRecord,
        EventRecord {
  Meta meta();
}
