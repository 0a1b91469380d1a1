// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.roadstead.app.AppException;
import io.roadstead.app.AppName;
import io.roadstead.app.AppSpec;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.ObjectResult.Outcome;
import io.roadstead.app.Scale;
import io.roadstead.app.Warning;
import io.roadstead.app.WriteOptions;
import io.roadstead.cluster.ExposureType;
import io.roadstead.kubernetes.model.Specs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a deploy promises. */
abstract class DeployContract extends WriteFixture {
  @Test
  void createsDeploymentServiceAndNothingElse() {
    Written written = deploy(Specs.full(), DEFAULT);

    assertThat(written.created()).isTrue();
    assertThat(written.objects())
        .containsExactly(
            ObjectResult.of("Deployment/web", Outcome.CREATED),
            ObjectResult.of("Service/web", Outcome.CREATED));
    assertThat(deployment().getSpec().getReplicas()).isEqualTo(2);
    assertThat(service().getSpec().getType()).isEqualTo("LoadBalancer");
    assertThat(autoscaler()).isNull();
    assertThat(written.app().managed()).isTrue();
  }

  @Test
  void readsBackWhatWasDeployed() {
    AppSpec read = deploy(Specs.full(), DEFAULT).app().spec();

    assertThat(read.labels()).isEqualTo(Specs.full().labels());
    assertThat(read.annotations()).isEqualTo(Specs.full().annotations());
    assertThat(read.containers().get(0).env()).isEqualTo(Specs.full().containers().get(0).env());
    assertThat(read.scale()).isEqualTo(Specs.full().scale());
    assertThat(read.imagePullSecrets()).isEqualTo(Specs.full().imagePullSecrets());
  }

  @Test
  void changesNothingWhenDeployedAgain() {
    deploy(Specs.full(), DEFAULT);
    settled();
    Deployment deployment = deployment();
    Service service = service();

    Written again = deploy(Specs.full(), DEFAULT);

    assertThat(again.created()).isFalse();
    assertThat(again.objects()).extracting(ObjectResult::outcome).containsOnly(Outcome.UNCHANGED);
    assertUntouched(deployment, deployment());
    assertUntouched(service, service());
  }

  @Test
  void changesNothingWhenAutoscaledAppIsDeployedAgain() {
    AppSpec spec = Specs.of("nginx:1.27", new Scale.Autoscaling(2, 5, 70), null);
    deploy(spec, DEFAULT);
    awaitReplicas(2);
    settled();
    Deployment deployment = deployment();
    HorizontalPodAutoscaler autoscaler = autoscaler();

    Written again = deploy(spec, DEFAULT);

    assertThat(again.objects()).extracting(ObjectResult::outcome).containsOnly(Outcome.UNCHANGED);
    assertThat(ours(deployment())).isEqualTo(ours(deployment));
    assertThat(deployment().getMetadata().getGeneration())
        .isEqualTo(deployment.getMetadata().getGeneration());
    assertThat(ours(autoscaler())).isEqualTo(ours(autoscaler));
  }

  @Test
  void changesImageAndDropsVariableThatIsLeftOut() {
    deploy(
        Specs.of(
            List.of(Specs.container("web", "nginx:1.27", Specs.env("MODE", "demo"))),
            null,
            null,
            Map.of()),
        DEFAULT);

    Written written = deploy(Specs.of("nginx:1.28", null, null), DEFAULT);

    assertThat(written.objects())
        .containsExactly(ObjectResult.of("Deployment/web", Outcome.CHANGED));
    var container = deployment().getSpec().getTemplate().getSpec().getContainers().get(0);
    assertThat(container.getImage()).isEqualTo("nginx:1.28");
    assertThat(container.getEnv()).isEmpty();
  }

  @Test
  void refusesUnknownNamespaceAndDoesNotCreateIt() {
    AppName nowhere = new AppName("nowhere-to-be-found", "web");

    for (WriteOptions options : List.of(DEFAULT, DRY)) {
      AppException e =
          failure(
              () -> writer.deploy(CALLER, nowhere, Specs.of("nginx:1.27", null, null), options));
      assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND);
      assertThat(e).hasMessageContaining("kubectl create namespace nowhere-to-be-found");
    }
    assertThat(client.namespaces().withName("nowhere-to-be-found").get()).isNull();
  }

  @Test
  void writesNothingWhenOnlyValidating() {
    Written written = deploy(Specs.full(), DRY);

    assertThat(written.created()).isTrue();
    assertThat(written.app().spec().scale()).isEqualTo(new Scale.Fixed(2));
    assertThat(written.objects()).extracting(ObjectResult::outcome).containsOnly(Outcome.CREATED);
    assertThat(deployment()).isNull();
    assertThat(service()).isNull();
  }

  @Test
  void showsChangesWhenOnlyValidating() {
    AppSpec spec = Specs.of("nginx:1.27", new Scale.Fixed(2), null);
    deploy(spec, DEFAULT);

    assertThat(deploy(spec, DRY).objects())
        .containsExactly(ObjectResult.of("Deployment/web", Outcome.UNCHANGED));
    Written changed = deploy(Specs.of("nginx:1.28", new Scale.Fixed(4), null), DRY);

    assertThat(changed.objects())
        .containsExactly(ObjectResult.of("Deployment/web", Outcome.CHANGED));
    assertThat(changed.app().spec().scale()).isEqualTo(new Scale.Fixed(4));
    assertThat(deployment().getSpec().getReplicas()).isEqualTo(2);
  }

  @Test
  void leavesNothingBehindWhenNodePortIsTaken() {
    AppName other = new AppName(web.namespace(), "other");
    int port = 31_700 + (int) (Math.random() * 900);
    AppSpec spec = Specs.of("nginx:1.27", null, Specs.exposure(ExposureType.NODE_PORT, port));
    writer.deploy(CALLER, other, spec, DEFAULT);

    AppException e = failure(() -> deploy(spec, DEFAULT));

    assertThat(e.code()).isEqualTo(ErrorCode.FAILED_PRECONDITION);
    assertThat(e.details().violations())
        .singleElement()
        .satisfies(v -> assertThat(v.field()).isEqualTo("exposure.ports[0].nodePort"))
        .satisfies(v -> assertThat(v.value().text()).isEqualTo(Integer.toString(port)));
    assertThat(e.details().objects())
        .extracting(ObjectResult::object, ObjectResult::outcome)
        .contains(
            tuple("Service/web", Outcome.FAILED), tuple("Deployment/web", Outcome.NOT_ATTEMPTED));
    assertThat(deployment()).isNull();
  }

  @Test
  void removesByForceOnlyWhatAnotherManagerSet() {
    AppSpec spec = Specs.of("nginx:1.27", null, null);
    deploy(spec, DEFAULT);
    client
        .apps()
        .deployments()
        .inNamespace(web.namespace())
        .withName("web")
        .patch(
            PatchContext.of(PatchType.STRATEGIC_MERGE),
            """
            {"spec": {"template": {"spec": {"containers": [
              {"name": "web", "env": [{"name": "ADDED", "value": "x"}]}]}}}}
            """);

    Written kept = deploy(spec, DEFAULT);
    Written removed = deploy(spec, FORCE);

    assertThat(kept.app().spec().containers().get(0).env()).hasSize(1);
    assertThat(kept.warnings())
        .extracting(Warning::code, Warning::message)
        .containsExactly(
            tuple(
                Warning.Code.FIELD_KEPT,
                "spec.template.spec.containers[web].env[ADDED] of Deployment/web was set by"
                    + " another manager and is kept. To remove it, send force=true."));
    assertThat(removed.app().spec().containers().get(0).env()).isEmpty();
    assertThat(removed.warnings()).isEmpty();
  }

  @Test
  void relabelsServiceThatDeployLeavesAsItIs() {
    deploy(Specs.of("nginx:1.27", null, Specs.exposure(ExposureType.NODE_PORT, null)), DEFAULT);
    Integer port = service().getSpec().getPorts().get(0).getNodePort();

    deploy(
        Specs.of(List.of(Specs.container("web", "nginx:1.27")), null, null, Map.of("team", "web")),
        DEFAULT);

    assertThat(service().getMetadata().getLabels()).containsEntry("team", "web");
    assertThat(service().getSpec().getPorts().get(0).getNodePort()).isEqualTo(port);
  }
}
