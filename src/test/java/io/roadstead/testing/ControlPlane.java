// SPDX-License-Identifier: Apache-2.0
package io.roadstead.testing;

import static io.roadstead.testing.Credentials.CONTROLLER_MANAGER;
import static io.roadstead.testing.Credentials.KWOK;
import static io.roadstead.testing.Credentials.SCHEDULER;

import java.util.List;

/** The command line of each process of the control plane; knows flags, starts nothing. */
record ControlPlane(Binaries binaries, ClusterHome home, Ports ports) {

  static final String POD_NETWORK = "10.244.0.0/16";

  LocalProcess etcd() {
    return process(
        "etcd",
        "--data-dir=" + home.etcdData(),
        "--listen-client-urls=" + ports.etcdUrl(),
        "--advertise-client-urls=" + ports.etcdUrl(),
        "--listen-peer-urls=http://127.0.0.1:0",
        // Survives a killed process, which is all that tests do to it.
        "--unsafe-no-fsync");
  }

  LocalProcess apiServer() {
    return process(
        "kube-apiserver",
        "--etcd-servers=" + ports.etcdUrl(),
        "--bind-address=127.0.0.1",
        "--advertise-address=127.0.0.1",
        "--secure-port=" + ports.apiServer(),
        "--cert-dir=" + home.certificates(),
        // An endpoint on the loopback is not valid, and nothing asks for this one.
        "--endpoint-reconciler-type=none",
        "--authorization-mode=RBAC",
        "--token-auth-file=" + home.tokens(),
        "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
        "--service-account-key-file=" + home.serviceAccountPublicKey(),
        "--service-account-signing-key-file=" + home.serviceAccountKey(),
        "--service-cluster-ip-range=10.96.0.0/16",
        "--allow-privileged=true");
  }

  /** Whatever needs a running API server, in any order. */
  List<LocalProcess> controllers() {
    return List.of(controllerManager(), scheduler(), kwok());
  }

  private LocalProcess controllerManager() {
    return process(
        "kube-controller-manager",
        kubeconfig(CONTROLLER_MANAGER),
        "--service-account-private-key-file=" + home.serviceAccountKey(),
        "--root-ca-file=" + home.servingCertificate(),
        // Its own account may do little; the roles are bound to one account per controller.
        "--use-service-account-credentials=true",
        "--cluster-cidr=" + POD_NETWORK,
        // It would make the default one, in a folder of the whole machine.
        "--flex-volume-plugin-dir=" + home.volumePlugins(),
        "--leader-elect=false",
        "--secure-port=0");
  }

  private LocalProcess scheduler() {
    return process(
        "kube-scheduler", kubeconfig(SCHEDULER), "--leader-elect=false", "--secure-port=0");
  }

  private LocalProcess kwok() {
    return process(
        "kwok",
        kubeconfig(KWOK),
        "--config=" + home.stages(),
        "--manage-all-nodes=true",
        "--cidr=" + POD_NETWORK,
        // Heartbeats; without them the nodes would be marked unreachable after 50 s.
        "--node-lease-duration-seconds=40");
  }

  private String kubeconfig(String user) {
    return "--kubeconfig=" + new Credentials(home).kubeconfig(user);
  }

  private LocalProcess process(String name, String... flags) {
    return new LocalProcess(
        binaries.path(name), List.of(flags), home.pidFile(name), home.logFile(name));
  }
}
