// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import static io.roadstead.cluster.Clusters.API_SERVER;
import static io.roadstead.cluster.Clusters.CONTROL_PLANE;
import static io.roadstead.cluster.Clusters.CRI_SOCKET;
import static io.roadstead.cluster.Clusters.kubeconfig;
import static io.roadstead.cluster.Clusters.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.cluster.Evidence.Weight;
import io.roadstead.cluster.systems.Gke;
import io.roadstead.cluster.systems.IbmIks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which system a cluster is: each as it is, and those that look like another one. */
final class RecognizerTest {
  private static final String EC2 = "aws:///us-east-1a/i-001ef381ad7bde56f";
  private static final String DENIED = "The service may not list nodes.";

  @ParameterizedTest
  @MethodSource("io.roadstead.cluster.SystemFixture#all")
  void recognizesEverySystemByItsNodes(SystemFixture fixture) {
    Recognition found = Recognizer.recognize(fixture.fingerprint());

    SystemFixture.Expected expected = fixture.expected();
    assertThat(found.system()).isEqualTo(expected.system());
    assertThat(found.variant()).isEqualTo(expected.variant());
    assertThat(found.confidence()).isEqualTo(expected.confidence());
    assertThat(found.system().kind()).isEqualTo(expected.kind());
    assertThat(found.evidence()).isNotEmpty();
    assertThat(found.message()).contains(found.system().displayName());
  }

  @ParameterizedTest
  @MethodSource("io.roadstead.cluster.SystemFixture#all")
  void recognizesEverySystemWhenTheVersionIsNotKnown(SystemFixture fixture) {
    ClusterFingerprint known = fixture.fingerprint();
    var cluster =
        new ClusterFingerprint(
            "",
            known.nodes(),
            null,
            known.apiGroups(),
            known.systemPods(),
            known.controlPlaneAnnotations(),
            null);

    assertThat(Recognizer.recognize(cluster).system()).isEqualTo(fixture.expected().system());
  }

  @Test
  void recognizesKubeadmByItsAnnotationWhenMachinesAreOfACloud() {
    Recognition found =
        Clusters.of(
                node("cp").label(CONTROL_PLANE, "").annotation(CRI_SOCKET).provider(EC2),
                node("worker").annotation(CRI_SOCKET).provider(EC2))
            .version("v1.33.4")
            .recognize();

    assertThat(found.system()).isEqualTo(ClusterSystem.KUBEADM);
    assertThat(found.confidence()).isEqualTo(Confidence.MEDIUM);
  }

  @Test
  void recognizesKubeadmByItsApiServerWhenNodesBearNoAnnotation() {
    Recognition found =
        Clusters.of(node("cp").label(CONTROL_PLANE, "").provider(EC2), node("w").provider(EC2))
            .version("v1.35.3")
            .controlPlane(API_SERVER)
            .recognize();

    assertThat(found.system()).isEqualTo(ClusterSystem.KUBEADM);
    assertThat(found.confidence()).isEqualTo(Confidence.HIGH);
  }

  @Test
  void saysThatThereAreOnlyHintsWhenAMachineOfACloudIsAllThatIsSeen() {
    Recognition found =
        Clusters.of(node("cp").label(CONTROL_PLANE, "").provider(EC2), node("w").provider(EC2))
            .version("v1.35.3")
            .recognize();

    assertThat(found.system()).isEqualTo(ClusterSystem.UNKNOWN);
    assertThat(found.confidence()).isEqualTo(Confidence.NONE);
    assertThat(found.evidence()).isNotEmpty().allMatch(hint -> hint.weight() == Weight.WEAK);
    assertThat(found.message()).contains("hints", EC2, "roadstead.cluster.system");
  }

  @ParameterizedTest
  @CsvSource({
    "kind-desktop, 6.10.14-linuxkit, KIND, HIGH",
    "kind-desktop, 6.8.0-60-generic, KIND, HIGH",
    ", 6.8.0-60-generic, KIND, HIGH",
    ", 6.10.14-linuxkit, DOCKER_DESKTOP, MEDIUM",
    "docker-desktop, 6.10.14-linuxkit, DOCKER_DESKTOP, MEDIUM",
  })
  void tellsAKindClusterNamedDesktopFromDockerDesktopAsFarAsThatCanBeTold(
      String context, String kernel, ClusterSystem system, Confidence confidence) {
    Clusters cluster =
        Clusters.of(
            node("desktop-control-plane")
                .label(CONTROL_PLANE, "")
                .provider("kind://docker/desktop/desktop-control-plane")
                .kernel(kernel));
    if (context != null) {
      cluster.kubeconfig(kubeconfig(context, context, "https://127.0.0.1:40271", context));
    }

    Recognition found = cluster.recognize();

    assertThat(found.system()).isEqualTo(system);
    assertThat(found.confidence()).isEqualTo(confidence);
  }

  @Test
  void recognizesAutopilotByTheNamesOfItsMachines() {
    Recognition found =
        Clusters.of(
                node("gk3-demo-pool-2-5f2c1b7a-x9zq")
                    .provider("gce://demo-project/europe-west1-b/gk3-demo-pool-2-5f2c1b7a-x9zq")
                    .label("cloud.google.com/gke-nodepool", "pool-2"))
            .recognize();

    assertThat(found.system()).isEqualTo(ClusterSystem.GKE);
    assertThat(found.variant()).isEqualTo(Gke.AUTOPILOT);
  }

  @ParameterizedTest
  @CsvSource({"GKE, cloud.google.com/gke-nodepool", "EKS, eks.amazonaws.com/nodegroup"})
  void recognizesAManagedServiceWhenItsFirstNodesBearNoMark(ClusterSystem system, String label) {
    Recognition found =
        Clusters.of(node("a-virtual-node"), node("b-virtual-node"), node("c").label(label, "x"))
            .version("v1.34.2")
            .recognize();

    assertThat(found.system()).isEqualTo(system);
    assertThat(found.message()).contains("on 1 of 3 nodes");
  }

  @Test
  void recognizesEksWhenItHasFargateNodesOnly() {
    Recognition found =
        Clusters.of(
                node("fargate-ip-10-0-1-5.ec2.internal")
                    .provider("aws:///us-east-1a/1f0e9c/fargate-ip-10-0-1-5.ec2.internal")
                    .label("eks.amazonaws.com/compute-type", "fargate"))
            .recognize();

    assertThat(found.system()).isEqualTo(ClusterSystem.EKS);
    assertThat(found.confidence()).isEqualTo(Confidence.HIGH);
  }

  @Test
  void recognizesAksAlthoughItsVersionBearsNoSuffix() {
    SystemFixture aks = SystemFixture.load("aks");

    assertThat(aks.gitVersion()).matches("v1\\.\\d+\\.\\d+");
    assertThat(Recognizer.recognize(aks.fingerprint()).system()).isEqualTo(ClusterSystem.AKS);
  }

  @Test
  void recognizesMinikubeWhenItsSecondNodeBearsNoLabel() {
    Recognition found =
        Clusters.of(
                node("minikube").label("minikube.k8s.io/name", "minikube"), node("minikube-m02"))
            .controlPlane(API_SERVER)
            .recognize();

    assertThat(found.system()).isEqualTo(ClusterSystem.MINIKUBE);
  }

  @Test
  void recognizesK3sOnMachinesOfACloud() {
    Recognition found =
        Clusters.of(node("ip-10-0-1-9").provider(EC2).annotation("k3s.io/hostname"))
            .version("v1.32.4+k3s1")
            .recognize();

    assertThat(found.system()).isEqualTo(ClusterSystem.K3S);
  }

  @Test
  void doesNotCallGkeOnPremisesGke() {
    Recognition found =
        Clusters.of(
                node("admin-1")
                    .label("cloud.google.com/gke-nodepool", "pool")
                    .label("cloud.google.com/gke-on-prem-node-id", "1")
                    .kubelet("v1.30.5-gke.100"))
            .version("v1.30.5-gke.100")
            .recognize();

    assertThat(found.system()).isEqualTo(ClusterSystem.UNKNOWN);
    assertThat(found.evidence()).isEmpty();
  }

  @Test
  void callsOpenShiftOnIbmCloudOpenShift() {
    Recognition found =
        Clusters.of(
                node("10.240.0.5")
                    .provider("ibm://0123///bsudhljf0rbvej5nb690/kube-1")
                    .label("ibm-cloud.kubernetes.io/worker-version", "4.16.10_1545_openshift")
                    .label("node.openshift.io/os_id", "rhel"))
            .groups("apps.openshift.io", "config.openshift.io")
            .recognize();

    assertThat(found.system()).isEqualTo(ClusterSystem.OPENSHIFT);
  }

  @Test
  void doesNotTakeTheKubeconfigOfAlibabaForThatOfKubeadm() {
    String context = "kubernetes-admin-cb76676aa34fd492fbdb79014a4c59d53";
    Recognition found =
        Clusters.withoutNodes(DENIED)
            .kubeconfig(
                kubeconfig(context, "kubernetes", "https://203.0.113.249:6443", "kubernetes-admin"))
            .recognize();

    assertThat(found.system()).isEqualTo(ClusterSystem.ALIBABA_ACK);
  }

  @ParameterizedTest
  @CsvSource({
    "v1.34.11-gke.1044000, GKE",
    "v1.34.11-eks-cfb47f5, EKS",
    "v1.35.9+IKS, IBM_IKS",
    "v1.34.10-aliyun.1, ALIBABA_ACK",
    "v1.32.4+k3s1, K3S",
  })
  void recognizesByTheVersionAndSaysWhatIsMissingWhenNodesMayNotBeListed(
      String version, ClusterSystem system) {
    Recognition found = Clusters.withoutNodes(DENIED).version(version).recognize();

    assertThat(found.system()).isEqualTo(system);
    assertThat(found.message()).contains(DENIED, version);
  }

  @Test
  void believesTheKubeconfigByHalvesWhenNodesMayNotBeListed() {
    Recognition found =
        Clusters.withoutNodes(DENIED)
            .version("v1.35.3")
            .kubeconfig(
                kubeconfig(
                    "kubernetes-admin@kubernetes",
                    "kubernetes",
                    "https://192.168.11.50:6443",
                    "kubernetes-admin"))
            .recognize();

    assertThat(found.system()).isEqualTo(ClusterSystem.KUBEADM);
    assertThat(found.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(found.message()).startsWith("This appears to be").contains(DENIED);
  }

  @Test
  void isHonestWhenNodesMayNotBeListedAndNothingElseTells() {
    Recognition found = Clusters.withoutNodes(DENIED).version("v1.35.3").recognize();

    assertThat(found.system()).isEqualTo(ClusterSystem.UNKNOWN);
    assertThat(found.message()).contains("no sign", DENIED);
  }

  @Test
  void believesTheConfigurationWhateverTheClusterLooksLike() {
    ClusterFingerprint minikube = SystemFixture.load("minikube").fingerprint();
    ClusterFingerprint vpc = SystemFixture.load("ibm-iks-vpc").fingerprint();

    Recognition gke = Recognizer.configured(ClusterSystem.GKE, minikube);

    assertThat(gke.system()).isEqualTo(ClusterSystem.GKE);
    assertThat(gke.confidence()).isEqualTo(Confidence.CONFIGURED);
    assertThat(gke.variant()).isNull();
    assertThat(Recognizer.configured(ClusterSystem.IBM_IKS, vpc).variant()).isEqualTo(IbmIks.VPC);
  }

  @Test
  void neverShowsCredentialsOfTheKubeconfig() {
    var facts =
        new KubeconfigFacts(
            "gke_demo_europe-west1_demo",
            "demo",
            "https://admin:hunter2@abc.europe-west1.gke.goog",
            "demo",
            "/usr/bin/gke-gcloud-auth-plugin",
            List.of("--token", "s3cret", "--password=s3cret"),
            null,
            null);

    Recognition found = Clusters.withoutNodes(DENIED).kubeconfig(facts).recognize();

    assertThat(found.system()).isEqualTo(ClusterSystem.GKE);
    assertThat(found.toString())
        .contains("/usr/bin/gke-gcloud-auth-plugin", "abc.europe-west1.gke.goog")
        .doesNotContain("s3cret")
        .doesNotContain("hunter2");
  }
}
