// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static io.roadstead.cluster.Services.balanced;
import static io.roadstead.cluster.Services.event;
import static io.roadstead.cluster.Services.traits;
import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.cluster.ServiceFacts.ProviderEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Still working, failed, or nobody there: told by time and by what controllers say. */
final class BalancerProgressTest {
  private static final ClusterTraits IBM = traits(ClusterSystem.IBM_IKS, Availability.BUILT_IN);
  private static final ClusterTraits GKE = traits(ClusterSystem.GKE, Availability.BUILT_IN);
  private static final ClusterTraits METALLB =
      traits(ClusterSystem.KUBEADM, Availability.INSTALLED);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String BUSY = "LoadBalancer is busy: offline/create_pending";

  private static final ProviderEvent ENSURING =
      event("EnsuringLoadBalancer", "Ensuring load balancer", "service-controller", 50);

  @Test
  void takesIbmsBusyWarningForProgress() {
    ExposureStatus status =
        balanced()
            .waiting(MINUTE)
            .said(event("CreatingCloudLoadBalancerFailed", BUSY, "ibm-cloud-provider", 5), ENSURING)
            .status(IBM);

    assertThat(status.state()).isEqualTo(ExposureState.PROVISIONING);
    assertThat(status.remedy()).isNull();
  }

  @Test
  void takesTheServiceControllersRepetitionOfABusyWarningForProgress() {
    ExposureStatus status =
        balanced()
            .waiting(MINUTE)
            .said(
                event(
                    "SyncLoadBalancerFailed",
                    "Error syncing load balancer: failed to ensure load balancer: " + BUSY,
                    "service-controller",
                    5))
            .status(IBM);

    assertThat(status.state()).isEqualTo(ExposureState.PROVISIONING);
  }

  @Test
  void isStillProvisioningWhenTheHostNameIsThereAndTheBalancerBusy() {
    ExposureStatus status =
        balanced()
            .waiting(MINUTE)
            .claimed()
            .ingress("7a6a66a7-us-south.lb.appdomain.cloud")
            .said(event("CreatingCloudLoadBalancerFailed", BUSY, "ibm-cloud-provider", 5))
            .status(IBM);

    assertThat(status.state()).isEqualTo(ExposureState.PROVISIONING);
    assertThat(status.rung()).isEqualTo(Address.Rung.LOAD_BALANCER);
  }

  @Test
  void hasItsAddressWhenTheBalancerIsNoLongerBusy() {
    ExposureStatus status =
        balanced()
            .waiting(MINUTE)
            .claimed()
            .ingress("7a6a66a7-us-south.lb.appdomain.cloud")
            .said(
                event("EnsuredLoadBalancer", "Ensured load balancer", "service-controller", 2),
                event("CreatingCloudLoadBalancerFailed", BUSY, "ibm-cloud-provider", 5))
            .status(IBM);

    assertThat(status.state()).isEqualTo(ExposureState.ADDRESSED);
  }

  @Test
  void forgetsAFailureThatASuccessHasFollowed() {
    ExposureStatus status =
        balanced()
            .waiting(MINUTE)
            .claimed()
            .said(
                event("EnsuredLoadBalancer", "Ensured load balancer", "service-controller", 5),
                event("SyncLoadBalancerFailed", "quota", "service-controller", 20))
            .status(GKE);

    assertThat(status.state()).isEqualTo(ExposureState.PROVISIONING);
  }

  @Test
  void keepsAFailureWhileTheControllerTriesAgain() {
    ExposureStatus status =
        balanced()
            .waiting(MINUTE)
            .claimed()
            .said(
                event("EnsuringLoadBalancer", "Ensuring load balancer", "service-controller", 1),
                event("SyncLoadBalancerFailed", "no quota", "service-controller", 5))
            .status(GKE);

    assertThat(status.state()).isEqualTo(ExposureState.PROVISIONING_FAILED);
    assertThat(status.message()).contains("SyncLoadBalancerFailed", "no quota");
    assertThat(status.remedy()).isNotNull();
  }

  @Test
  void doesNotHoldAnOldFailureAgainstANewRequest() {
    ExposureStatus status =
        balanced()
            .waiting(Duration.ofSeconds(5))
            .claimed()
            .said(event("SyncLoadBalancerFailed", "no quota", "service-controller", 600))
            .status(GKE);

    assertThat(status.state()).isEqualTo(ExposureState.PROVISIONING);
  }

  @ParameterizedTest
  @CsvSource({
    "AllocationFailed, metallb-controller, PROVISIONING_FAILED",
    "LoadBalancerFailed, metallb-controller, PROVISIONING_FAILED",
    "InternalError, metallb-controller, PROVISIONING_FAILED",
    "InternalError, some-operator, REQUESTED",
    "InternalError, '', REQUESTED",
    "ClearAssignment, metallb-controller, REQUESTED",
    "FailedBuildModel, service, PROVISIONING_FAILED",
    "FailedDeployModel, service, PROVISIONING_FAILED",
    "UnAvailableLoadBalancer, service-controller, PROVISIONING_FAILED",
    "VerifyingCloudLoadBalancerFailed, ibm-cloud-provider, PROVISIONING_FAILED",
    "EnsuringLoadBalancer, service-controller, PROVISIONING",
    "SuccessfullyReconciled, service, PROVISIONING",
    "IPAllocated, metallb-controller, PROVISIONING",
    "Killing, kubelet, REQUESTED",
  })
  void readsTheWordsOfEachController(String reason, String source, ExposureState expected) {
    ExposureStatus status =
        balanced()
            .waiting(MINUTE)
            .said(event(reason, "something happened", source, 5))
            .status(METALLB);

    assertThat(status.state()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"14, PROVISIONING, false", "15, PROVISIONING_FAILED, true"})
  void givesUpWhenAnAddressHasNotComeForAQuarterOfAnHour(
      int minutes, ExposureState expected, boolean remedy) {
    ExposureStatus status = balanced().waiting(Duration.ofMinutes(minutes)).claimed().status(GKE);

    assertThat(status.state()).isEqualTo(expected);
    assertThat(status.remedy() != null).isEqualTo(remedy);
  }

  @ParameterizedTest
  @CsvSource({"29, REQUESTED, false", "31, REQUESTED, true", "360, NO_PROVIDER, true"})
  void waitsLongerForAProviderThatIsKnown(int seconds, ExposureState expected, boolean remedy) {
    ExposureStatus status = balanced().waiting(Duration.ofSeconds(seconds)).status(GKE);

    assertThat(status.state()).isEqualTo(expected);
    assertThat(status.remedy() != null).isEqualTo(remedy);
    if (remedy) {
      assertThat(status.message())
          .startsWith("No controller has picked up the load balancer after ")
          .contains("Google");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MINIKUBE, minikube tunnel",
    "KIND, cloud-provider-kind",
    "MICROK8S, microk8s enable metallb",
    "KUBEADM, MetalLB",
    "OPENSHIFT, Route",
  })
  void namesTheRemedyOfTheSystemWhenNobodyMakesLoadBalancers(ClusterSystem system, String remedy) {
    ExposureStatus status =
        balanced().waiting(Duration.ofSeconds(31)).status(traits(system, Availability.NONE));

    assertThat(status.state()).isEqualTo(ExposureState.NO_PROVIDER);
    assertThat(status.remedy()).contains(remedy);
  }

  @Test
  void waitsWhenTheClocksOfClusterAndServiceDiffer() {
    ExposureStatus status =
        balanced()
            .waiting(Duration.ofSeconds(-30))
            .status(traits(ClusterSystem.KIND, Availability.NONE));

    assertThat(status.state()).isEqualTo(ExposureState.REQUESTED);
  }
}
