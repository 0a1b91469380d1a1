// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.table;

import static io.roadstead.simulation.api.table.Column.AGE;
import static io.roadstead.simulation.api.table.Column.NAME;
import static io.roadstead.simulation.api.table.Column.number;
import static io.roadstead.simulation.api.table.Column.text;
import static io.roadstead.simulation.api.table.Column.wide;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.List;
import java.util.Map;

/** The columns of every kind, in the order and with the names of the real server. */
final class Columns {
  private static final List<Column> ANY =
      List.of(
          NAME,
          new Column(
              "Created At",
              "date",
              false,
              (o, now) -> o.at("/metadata/creationTimestamp").asText()));

  private static final List<Column> NAME_AND_AGE = List.of(NAME, AGE);

  private static final List<Column> DEPLOYMENT =
      List.of(
          NAME,
          text("Ready", o -> count(o, "/status/readyReplicas") + "/" + count(o, "/spec/replicas")),
          number("Up-to-date", o -> count(o, "/status/updatedReplicas")),
          number("Available", o -> count(o, "/status/availableReplicas")),
          AGE,
          wide("Containers", Cells::templateContainers),
          wide("Images", Cells::templateImages),
          wide("Selector", o -> Cells.selector(o.at("/spec/selector"))));

  private static final List<Column> REPLICA_SET =
      List.of(
          NAME,
          number("Desired", o -> count(o, "/spec/replicas")),
          number("Current", o -> count(o, "/status/replicas")),
          number("Ready", o -> count(o, "/status/readyReplicas")),
          AGE,
          wide("Containers", Cells::templateContainers),
          wide("Images", Cells::templateImages),
          wide("Selector", o -> Cells.selector(o.at("/spec/selector"))));

  private static final List<Column> POD =
      List.of(
          NAME,
          text("Ready", PodCells::ready),
          text("Status", PodCells::status),
          new Column("Restarts", "string", false, PodCells::restarts),
          AGE,
          wide("IP", o -> Cells.orNone(o.at("/status/podIP"))),
          wide("Node", o -> Cells.orNone(o.at("/spec/nodeName"))),
          wide("Nominated Node", o -> Cells.orNone(o.at("/status/nominatedNodeName"))),
          wide("Readiness Gates", o -> Cells.NONE));

  private static final List<Column> SERVICE =
      List.of(
          NAME,
          text("Type", o -> o.at("/spec/type").asText()),
          text("Cluster-IP", o -> Cells.orNone(o.at("/spec/clusterIP"))),
          text("External-IP", ServiceCells::externalAddress),
          text("Port(s)", ServiceCells::ports),
          AGE,
          wide("Selector", o -> Cells.labels(o.at("/spec/selector"))));

  private static final List<Column> NODE =
      List.of(
          NAME,
          text("Status", NodeCells::status),
          text("Roles", NodeCells::roles),
          AGE,
          text("Version", o -> o.at("/status/nodeInfo/kubeletVersion").asText()),
          wide("Internal-IP", o -> NodeCells.address(o, "InternalIP")),
          wide("External-IP", o -> NodeCells.address(o, "ExternalIP")),
          wide("OS-Image", o -> Cells.orUnknown(o.at("/status/nodeInfo/osImage"))),
          wide("Kernel-Version", o -> Cells.orUnknown(o.at("/status/nodeInfo/kernelVersion"))),
          wide(
              "Container-Runtime",
              o -> Cells.orUnknown(o.at("/status/nodeInfo/containerRuntimeVersion"))));

  private static final List<Column> EVENT =
      List.of(
          new Column("Last Seen", "string", false, EventCells::lastSeen),
          text("Type", o -> o.path("type").asText()),
          text("Reason", o -> o.path("reason").asText()),
          text("Object", EventCells::object),
          wide("Subobject", o -> o.at("/involvedObject/fieldPath").asText("")),
          wide("Source", EventCells::source),
          text("Message", o -> o.path("message").asText().strip()),
          new Column("First Seen", "string", true, EventCells::firstSeen),
          wide("Count", o -> o.path("count").asText("1")),
          wide("Name", o -> o.at("/metadata/name").asText()));

  private static final List<Column> AUTOSCALER =
      List.of(
          NAME,
          text("Reference", AutoscalerCells::reference),
          text("Targets", AutoscalerCells::targets),
          text("MinPods", o -> o.at("/spec/minReplicas").asText("<unset>")),
          number("MaxPods", o -> count(o, "/spec/maxReplicas")),
          number("Replicas", o -> count(o, "/status/currentReplicas")),
          AGE);

  private static final List<Column> ENDPOINT_SLICE =
      List.of(
          NAME,
          text("AddressType", o -> o.path("addressType").asText()),
          text("Ports", ServiceCells::slicePorts),
          text("Endpoints", ServiceCells::sliceAddresses),
          AGE);

  private static final List<Column> QUOTA =
      List.of(
          NAME,
          AGE,
          text("Request", o -> Cells.quota(o, false)),
          text("Limit", o -> Cells.quota(o, true)));

  private static final Map<ResourceKind, List<Column>> BY_KIND =
      Map.ofEntries(
          Map.entry(ResourceKinds.DEPLOYMENT, DEPLOYMENT),
          Map.entry(ResourceKinds.REPLICA_SET, REPLICA_SET),
          Map.entry(ResourceKinds.POD, POD),
          Map.entry(ResourceKinds.SERVICE, SERVICE),
          Map.entry(ResourceKinds.NODE, NODE),
          Map.entry(ResourceKinds.EVENT, EVENT),
          Map.entry(ResourceKinds.HORIZONTAL_POD_AUTOSCALER, AUTOSCALER),
          Map.entry(ResourceKinds.ENDPOINT_SLICE, ENDPOINT_SLICE),
          Map.entry(ResourceKinds.RESOURCE_QUOTA, QUOTA),
          Map.entry(
              ResourceKinds.NAMESPACE,
              List.of(NAME, text("Status", o -> o.at("/status/phase").asText()), AGE)),
          Map.entry(
              ResourceKinds.CONFIG_MAP,
              List.of(
                  NAME,
                  number("Data", o -> o.path("data").size() + o.path("binaryData").size()),
                  AGE)),
          Map.entry(
              ResourceKinds.SECRET,
              List.of(
                  NAME,
                  text("Type", o -> o.path("type").asText()),
                  number("Data", o -> o.path("data").size()),
                  AGE)),
          Map.entry(
              ResourceKinds.SERVICE_ACCOUNT,
              List.of(NAME, number("Secrets", o -> o.path("secrets").size()), AGE)),
          Map.entry(
              ResourceKinds.ENDPOINTS,
              List.of(NAME, text("Endpoints", ServiceCells::endpoints), AGE)),
          Map.entry(
              ResourceKinds.LEASE,
              List.of(NAME, text("Holder", o -> o.at("/spec/holderIdentity").asText("")), AGE)),
          Map.entry(
              ResourceKinds.INGRESS_CLASS,
              List.of(
                  NAME,
                  text("Controller", o -> o.at("/spec/controller").asText()),
                  text("Parameters", ServiceCells::classParameters),
                  AGE)),
          Map.entry(ResourceKinds.LIMIT_RANGE, ANY),
          Map.entry(ResourceKinds.ROLE, ANY),
          Map.entry(ResourceKinds.CLUSTER_ROLE, ANY));

  private Columns() {}

  static List<Column> of(ResourceKind kind) {
    return BY_KIND.getOrDefault(kind, NAME_AND_AGE);
  }

  private static int count(JsonNode object, String pointer) {
    return object.at(pointer).asInt();
  }
}
