// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.memory;

import static io.roadstead.simulation.store.Documents.configMap;
import static io.roadstead.simulation.store.Documents.deployment;
import static io.roadstead.simulation.store.Documents.object;
import static io.roadstead.simulation.store.ResourceKinds.CONFIG_MAP;
import static io.roadstead.simulation.store.ResourceKinds.DEPLOYMENT;
import static io.roadstead.simulation.store.ResourceKinds.NAMESPACE;
import static io.roadstead.simulation.store.ResourceKinds.POD;
import static io.roadstead.simulation.store.ResourceKinds.RESOURCE_QUOTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.DeleteOptions;
import io.roadstead.simulation.store.DeleteOptions.Propagation;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.StoreEvent;
import io.roadstead.simulation.store.WriteOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryObjectStoreTest {
  private static final WriteOptions TEST = WriteOptions.by("test");

  private final MemoryObjectStore store =
      new MemoryObjectStore(Clock.systemUTC(), 5, new Random(1));

  @Test
  void countsGenerationsOfSpecChangesOnly() {
    ObjectNode web = store.create(DEPLOYMENT, deployment("web"), TEST);
    web.withObject("/spec").put("replicas", 2);
    ObjectNode scaled = store.update(DEPLOYMENT, web, TEST);
    scaled.withObject("/status").put("replicas", 2);
    ObjectNode reported = store.updateStatus(DEPLOYMENT, scaled, TEST);

    assertThat(scaled.at("/metadata/generation").asInt()).isEqualTo(2);
    assertThat(reported.at("/metadata/generation").asInt()).isEqualTo(2);
    assertThat(reported.at("/status/replicas").asInt()).isEqualTo(2);
  }

  @Test
  void ignoresStatusSentThroughTheMainDoor() {
    ObjectNode sent = deployment("web");
    sent.withObject("/status").put("replicas", 7);

    assertThat(store.create(DEPLOYMENT, sent, TEST).path("status")).isEmpty();
  }

  @Test
  void writesNothingWhenNothingChanges() {
    ObjectNode web = store.create(DEPLOYMENT, deployment("web"), TEST);
    long version = store.resourceVersion();

    assertThat(store.update(DEPLOYMENT, web, WriteOptions.by("other"))).isEqualTo(web);
    assertThat(store.resourceVersion()).isEqualTo(version);
  }

  @Test
  void refusesUpdatesOfAStaleVersion() {
    ObjectNode first = store.create(CONFIG_MAP, configMap("c"), TEST);
    ObjectNode second = first.deepCopy();
    second.withObject("/data").put("a", "x");
    store.update(CONFIG_MAP, second, TEST);

    assertThatThrownBy(() -> store.update(CONFIG_MAP, second, TEST))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.reason()).isEqualTo("Conflict"))
        .hasMessage(
            "Operation cannot be fulfilled on configmaps \"c\": the object has been modified; please"
                + " apply your changes to the latest version and try again");
  }

  @Test
  void generatesNames() {
    ObjectNode sent = object("metadata: {generateName: c-, namespace: default}");
    String name = Metadata.name(store.create(CONFIG_MAP, sent, TEST));

    assertThat(name).matches("c-[bcdfghjklmnpqrstvwxz2456789]{5}");
  }

  @Test
  void refusesObjectsInNamespacesThatAreMissingOrGoing() {
    ObjectNode lost = object("metadata: {name: c, namespace: nowhere}");
    assertThatThrownBy(() -> store.create(CONFIG_MAP, lost, TEST))
        .hasMessage("namespaces \"nowhere\" not found");

    store.create(NAMESPACE, object("metadata: {name: going, finalizers: [test/hold]}"), TEST);
    store.delete(NAMESPACE, "", "going", DeleteOptions.background());
    ObjectNode late = object("metadata: {name: c, namespace: going}");
    assertThatThrownBy(() -> store.create(CONFIG_MAP, late, TEST))
        .hasMessageContaining("because it is being terminated");
  }

  @Test
  void emptiesANamespaceBeforeItGoes() {
    store.create(NAMESPACE, object("metadata: {name: team}"), TEST);
    store.create(CONFIG_MAP, object("metadata: {name: c, namespace: team}"), TEST);
    store.delete(NAMESPACE, "", "team", DeleteOptions.background());

    assertThat(store.get(CONFIG_MAP, "team", "c")).isEmpty();
    assertThat(store.get(NAMESPACE, "", "team")).isEmpty();
  }

  @Test
  void keepsAnObjectUntilItsFinalizersAreGone() {
    ObjectNode held = configMap("c");
    Metadata.setFinalizers(held, List.of("test/hold"));
    store.create(CONFIG_MAP, held, TEST);
    ObjectNode marked = store.delete(CONFIG_MAP, "default", "c", DeleteOptions.background());
    assertThat(Metadata.deleting(marked)).isTrue();

    Metadata.setFinalizers(marked, List.of());
    store.update(CONFIG_MAP, marked, TEST);
    assertThat(store.get(CONFIG_MAP, "default", "c")).isEmpty();
  }

  @Test
  void collectsDependentsInTheBackground() {
    ObjectNode owner = store.create(CONFIG_MAP, configMap("owner"), TEST);
    store.create(CONFIG_MAP, owned("child", owner), TEST);
    store.delete(CONFIG_MAP, "default", "owner", DeleteOptions.background());

    assertThat(store.get(CONFIG_MAP, "default", "child")).isEmpty();
  }

  @Test
  void keepsTheOwnerUntilItsDependentsAreGoneInTheForeground() {
    ObjectNode owner = store.create(CONFIG_MAP, configMap("owner"), TEST);
    ObjectNode child = owned("child", owner);
    Metadata.setFinalizers(child, List.of("test/hold"));
    store.create(CONFIG_MAP, child, TEST);
    store.delete(
        CONFIG_MAP, "default", "owner", DeleteOptions.background().with(Propagation.FOREGROUND));

    ObjectNode waiting = store.get(CONFIG_MAP, "default", "child").orElseThrow();
    assertThat(Metadata.deleting(waiting)).isTrue();
    assertThat(store.get(CONFIG_MAP, "default", "owner")).isPresent();

    Metadata.setFinalizers(waiting, List.of());
    store.update(CONFIG_MAP, waiting, TEST);
    assertThat(store.get(CONFIG_MAP, "default", "owner")).isEmpty();
  }

  @Test
  void releasesDependentsOfAnOrphaningDelete() {
    ObjectNode owner = store.create(CONFIG_MAP, configMap("owner"), TEST);
    store.create(CONFIG_MAP, owned("child", owner), TEST);
    store.delete(
        CONFIG_MAP, "default", "owner", DeleteOptions.background().with(Propagation.ORPHAN));

    assertThat(store.get(CONFIG_MAP, "default", "owner")).isEmpty();
    assertThat(Metadata.owners(store.get(CONFIG_MAP, "default", "child").orElseThrow())).isEmpty();
  }

  @Test
  void givesRunningPodsTimeToEnd() {
    ObjectNode pod =
        object(
            """
            metadata: {name: p, namespace: default}
            spec: {nodeName: n1, containers: [{name: c, image: nginx}]}
            """);
    store.create(POD, pod, TEST);
    ObjectNode marked = store.delete(POD, "default", "p", DeleteOptions.background());

    assertThat(marked.at("/metadata/deletionGracePeriodSeconds").asInt()).isEqualTo(30);
    store.delete(POD, "default", "p", DeleteOptions.now());
    assertThat(store.get(POD, "default", "p")).isEmpty();
  }

  @Test
  void refusesPodsBeyondTheQuota() {
    ObjectNode quota =
        object("{metadata: {name: q, namespace: default}, spec: {hard: {requests.cpu: 1500m}}}");
    store.create(RESOURCE_QUOTA, quota, TEST);
    store.create(POD, podAsking("a", "1"), TEST);

    assertThatThrownBy(() -> store.create(POD, podAsking("b", "600m"), TEST))
        .hasMessage(
            "pods \"b\" is forbidden: exceeded quota: q, requested: requests.cpu=600m, used:"
                + " requests.cpu=1, limited: requests.cpu=1500m");
  }

  @Test
  void deliversChangesInOrderWhenSubscribersWriteToo() {
    List<String> seen = new ArrayList<>();
    store.subscribe(
        CONFIG_MAP,
        event -> {
          if (event.type() == StoreEvent.Type.ADDED && Metadata.name(event.object()).equals("a")) {
            store.create(CONFIG_MAP, configMap("b"), TEST);
          }
        });
    store.subscribe(CONFIG_MAP, event -> seen.add(Metadata.name(event.object())));
    store.create(CONFIG_MAP, configMap("a"), TEST);

    assertThat(seen).containsExactly("a", "b");
  }

  @Test
  void replaysTheRecentPastAndRefusesTheForgottenOne() {
    long start = store.resourceVersion();
    store.create(CONFIG_MAP, configMap("a"), TEST);
    List<Long> versions = new ArrayList<>();
    store.subscribeFrom(CONFIG_MAP, start, event -> versions.add(event.resourceVersion()));
    assertThat(versions).containsExactly(start + 1);

    for (int i = 0; i < 6; i++) {
      store.create(CONFIG_MAP, configMap("more-" + i), TEST);
    }
    assertThatThrownBy(() -> store.subscribeFrom(CONFIG_MAP, start, event -> {}))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(410));
  }

  @Test
  void showsThePastToPagedLists() {
    store.create(CONFIG_MAP, configMap("a"), TEST);
    long then = store.resourceVersion();
    store.delete(CONFIG_MAP, "default", "a", DeleteOptions.background());
    store.create(CONFIG_MAP, configMap("b"), TEST);

    assertThat(store.snapshotAt(CONFIG_MAP, "default", then).objects())
        .extracting(Metadata::name)
        .containsExactly("a");
  }

  @Test
  void givesOutCopies() {
    ObjectNode mine = store.create(CONFIG_MAP, configMap("a"), TEST);
    mine.withObject("/data").put("changed", "here");

    assertThat(store.get(CONFIG_MAP, "default", "a").orElseThrow().has("data")).isFalse();
  }

  @Test
  void namesEveryKindOnce() {
    assertThat(ResourceKinds.all())
        .extracting(ResourceKind::qualifiedResource)
        .doesNotHaveDuplicates();
  }

  private static ObjectNode owned(String name, ObjectNode owner) {
    ObjectNode child = configMap(name);
    Metadata.of(child)
        .withArray("ownerReferences")
        .addObject()
        .put("apiVersion", "v1")
        .put("kind", "ConfigMap")
        .put("name", Metadata.name(owner))
        .put("uid", Metadata.uid(owner))
        .put("blockOwnerDeletion", true);
    return child;
  }

  private static ObjectNode podAsking(String name, String cpu) {
    return object(
        """
        metadata: {name: %s, namespace: default}
        spec: {containers: [{name: c, image: nginx, resources: {requests: {cpu: %s}}}]}
        """
            .formatted(name, cpu));
  }
}
