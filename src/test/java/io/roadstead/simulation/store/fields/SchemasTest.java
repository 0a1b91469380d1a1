// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.fields.TypeSchema.Shape;
import io.roadstead.simulation.store.fields.TypeSchema.Zero;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class SchemasTest {
  private static final List<ResourceKind> KINDS = ResourceKinds.all();

  @ParameterizedTest
  @FieldSource("KINDS")
  void definesEveryServedKind(ResourceKind kind) {
    assertThat(Schemas.of(kind).isDefined()).isTrue();
    assertThat(Schemas.of(kind).field("metadata").field("finalizers").shape()).isEqualTo(Shape.SET);
  }

  @ParameterizedTest
  @CsvSource({
    "containers, KEYED_LIST, name",
    "containers.command, ATOMIC,",
    "containers.args, ATOMIC,",
    "containers.env, KEYED_LIST, name",
    "containers.envFrom, ATOMIC,",
    "containers.ports, KEYED_LIST, containerPort+protocol",
    "containers.volumeMounts, KEYED_LIST, mountPath",
    "containers.resources.claims, KEYED_LIST, name",
    "containers.securityContext.capabilities.add, ATOMIC,",
    "containers.readinessProbe.httpGet.httpHeaders, ATOMIC,",
    "containers.env.valueFrom.configMapKeyRef, ATOMIC,",
    "initContainers.env, KEYED_LIST, name",
    "volumes, KEYED_LIST, name",
    "volumes.projected.sources, ATOMIC,",
    "volumes.configMap.items, ATOMIC,",
    "tolerations, ATOMIC,",
    "nodeSelector, ATOMIC,",
    "hostAliases, KEYED_LIST, ip",
    "imagePullSecrets, KEYED_LIST, name",
    "topologySpreadConstraints, KEYED_LIST, topologyKey+whenUnsatisfiable",
    "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution, ATOMIC,",
    "affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution, ATOMIC,",
    "securityContext.sysctls, ATOMIC,",
    "securityContext.supplementalGroups, ATOMIC,",
    "dnsConfig.options, ATOMIC,"
  })
  void mergesThePartsOfAPodAsTheApiDefinitionSays(String path, Shape shape, String keys) {
    TypeSchema schema = at(podSpec(), path);

    assertThat(schema.shape()).isEqualTo(shape);
    assertThat(String.join("+", schema.keys())).isEqualTo(keys == null ? "" : keys);
  }

  @ParameterizedTest
  @CsvSource({
    "containers.ports, containerPort",
    "containers.volumeMounts, mountPath",
    "volumes, name",
    "topologySpreadConstraints, topologyKey",
    "hostAliases, ip",
    "tolerations, ''",
    "containers.command, ''"
  })
  void patchesListsByTheirOwnKeys(String path, String key) {
    TypeSchema.Patch patch = at(podSpec(), path).patch();

    assertThat(patch.key()).isEqualTo(key);
    assertThat(patch.merges()).isEqualTo(!key.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "containers.resources, WRITTEN",
    "containers.name, WRITTEN",
    "containers.tty, OMITTED",
    "containers.args, OMITTED",
    "containers.securityContext, KEPT",
    "terminationGracePeriodSeconds, KEPT",
    "hostNetwork, OMITTED"
  })
  void knowsWhatBecomesOfZeroValues(String path, Zero zero) {
    assertThat(at(podSpec(), path).zero()).isEqualTo(zero);
  }

  private static TypeSchema podSpec() {
    return at(Schemas.of(ResourceKinds.DEPLOYMENT), "spec.template.spec");
  }

  private static TypeSchema at(TypeSchema root, String path) {
    TypeSchema schema = root;
    for (String field : path.split("\\.")) {
      boolean list = schema.type().equals("list");
      schema = (list ? schema.element() : schema).field(field);
    }
    return schema;
  }
}
