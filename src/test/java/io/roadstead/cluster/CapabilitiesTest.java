// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static io.roadstead.cluster.Clusters.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.cluster.ApiSurvey.Classes;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a cluster can do, by what it shows. */
final class CapabilitiesTest {
  private static final Classes NO_CLASSES = new Classes(List.of(), null);
  private static final String REFUSED = "The service may not read that.";

  @ParameterizedTest
  @MethodSource("io.roadstead.cluster.SystemFixture#all")
  void knowsWhichSystemsMakeLoadBalancers(SystemFixture fixture) {
    Capability balancer = capabilities(fixture.fingerprint(), survey(Set.of())).loadBalancer();

    assertThat(balancer.availability()).isEqualTo(fixture.expected().loadBalancer());
    assertThat(balancer.evidence()).isNotEmpty();
    assertThat(balancer.remedy() != null)
        .isEqualTo(fixture.expected().loadBalancer() == Availability.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "metallb.io, , INSTALLED, MetalLB",
    "elbv2.k8s.aws, , INSTALLED, AWS Load Balancer Controller",
    ", svclb-traefik-1a2b, INSTALLED, ServiceLB",
    ", kube-vip-ds-x1, UNKNOWN, kube-vip",
    "cilium.io, , UNKNOWN, Cilium",
  })
  void seesAnAddOnThatMakesLoadBalancers(
      @Nullable String group, @Nullable String pod, Availability expected, String name) {
    Clusters cluster = Clusters.of(node("kind").provider("kind://docker/kind/kind"));
    Set<String> groups = group == null ? Set.of() : Set.of(group);
    cluster.groups(groups.toArray(String[]::new));
    if (pod != null) {
      cluster.pods(pod);
    }

    Capability balancer = capabilities(cluster.build(), survey(groups)).loadBalancer();

    assertThat(balancer.availability()).isEqualTo(expected);
    assertThat(balancer.names()).containsExactly(name);
    assertThat(balancer.remedy()).isNull();
  }

  @Test
  void believesAnAddressThatAServiceHas() {
    var survey =
        new ApiSurvey(Set.of(), null, false, NO_CLASSES, NO_CLASSES, "ingress-nginx/controller");

    Capability balancer =
        capabilities(SystemFixture.load("kubeadm").fingerprint(), survey).loadBalancer();

    assertThat(balancer.availability()).isEqualTo(Availability.INSTALLED);
    assertThat(balancer.evidence()).contains("ingress-nginx/controller");
  }

  @Test
  void doesNotDenyLoadBalancersWhenTheGroupsAreNotKnown() {
    Capability balancer =
        capabilities(SystemFixture.load("kubeadm").fingerprint(), ApiSurvey.none(REFUSED))
            .loadBalancer();

    assertThat(balancer.availability()).isEqualTo(Availability.UNKNOWN);
    assertThat(balancer.evidence()).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @CsvSource({"aws:///us-east-2b/i-0a99, BUILT_IN", "'', NONE"})
  void knowsThatOpenShiftHasTheLoadBalancersOfItsCloud(String providerId, Availability expected) {
    ClusterFingerprint cluster =
        Clusters.of(node("worker").label("node.openshift.io/os_id", "rhcos").provider(providerId))
            .build();

    assertThat(capabilities(cluster, survey(Set.of())).loadBalancer().availability())
        .isEqualTo(expected);
  }

  @Test
  void canNotAutoscaleWithoutMetrics() {
    Capabilities found =
        capabilities(SystemFixture.load("minikube").fingerprint(), survey(Set.of()));

    assertThat(found.metrics().availability()).isEqualTo(Availability.NONE);
    assertThat(found.metrics().remedy()).isEqualTo("minikube addons enable metrics-server");
    assertThat(found.autoscaling().availability()).isEqualTo(Availability.NONE);
    assertThat(found.autoscaling().remedy()).isEqualTo(found.metrics().remedy());
  }

  @ParameterizedTest
  @CsvSource({"true, INSTALLED", "false, NONE", ", UNKNOWN"})
  void takesRegisteredMetricsForThereOnlyWhenTheyAnswer(
      @Nullable Boolean answers, Availability expected) {
    var survey =
        new ApiSurvey(
            Set.of(ApiCapabilities.METRICS_GROUP), null, answers, NO_CLASSES, NO_CLASSES, null);

    Capabilities found = capabilities(SystemFixture.load("gke").fingerprint(), survey);

    assertThat(found.metrics().availability()).isEqualTo(expected);
    assertThat(found.autoscaling().availability()).isEqualTo(expected);
  }

  @Test
  void listsClassesOrSaysWhyNot() {
    var survey =
        new ApiSurvey(
            Set.of(ApiCapabilities.GATEWAY_GROUP),
            null,
            false,
            new Classes(List.of("nginx", "traefik"), null),
            new Classes(List.of(), REFUSED),
            null);

    Capabilities found = capabilities(SystemFixture.load("k3s").fingerprint(), survey);

    assertThat(found.ingress().names()).containsExactly("nginx", "traefik");
    assertThat(found.gatewayApi().availability()).isEqualTo(Availability.UNKNOWN);
    assertThat(found.gatewayApi().evidence()).isEqualTo(REFUSED);
  }

  private static Capabilities capabilities(ClusterFingerprint cluster, ApiSurvey survey) {
    return Capabilities.of(Recognizer.recognize(cluster), cluster, survey);
  }

  private static ApiSurvey survey(Set<String> groups) {
    return new ApiSurvey(groups, null, false, NO_CLASSES, NO_CLASSES, null);
  }
}
