// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Function;

/** Values of the fields of pods and containers that have rules. */
final class PodRules {
  private static final String[] IMAGES = {
    "luksa/kubia:1.0",
    "nginx",
    "registry.example.org:5000/team/app:v1.2.3",
    "ghcr.io/acme/proxy@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  };

  static final Map<String, Function<Dice, String>> TEXTS =
      Map.ofEntries(
          entry("Container.image", d -> d.oneOf(IMAGES)),
          entry("Container.name", d -> d.name("c")),
          entry("Container.args", d -> d.oneOf("--verbose", "", "-c", "echo $(A) $$HOME\nexit")),
          entry("Container.command", d -> d.oneOf("sh", "/bin/app", "a b", "ü")),
          entry("Container.workingDir", d -> d.oneOf("/", "/srv/app", "relative")),
          entry("Container.restartPolicy", d -> "Always"),
          entry("Container.terminationMessagePath", d -> d.oneOf("/dev/termination-log", "/tmp/x")),
          entry("ContainerPort.hostIP", d -> d.oneOf("127.0.0.1", "0.0.0.0")),
          entry("ContainerPort.name", d -> d.name("p")),
          entry("ContainerResizePolicy.resourceName", d -> d.oneOf("cpu", "memory")),
          entry(
              "ContainerResizePolicy.restartPolicy",
              d -> d.oneOf("NotRequired", "RestartContainer")),
          entry("ContainerRestartRule.action", d -> d.oneOf("Restart", "RestartAllContainers")),
          entry("ContainerRestartRuleOnExitCodes.operator", d -> d.oneOf("In", "NotIn")),
          entry("EnvVar.name", d -> d.oneOf("", "_", "a.b-", "X_") + "E" + d.number()),
          entry("EnvVar.value", d -> d.oneOf("", " ", "demo", "$(X)", "a\nb", "0", "ü")),
          entry("EnvFromSource.prefix", d -> d.oneOf("P_", "p.")),
          entry("ObjectFieldSelector.apiVersion", d -> "v1"),
          entry(
              "ObjectFieldSelector.fieldPath",
              d ->
                  d.oneOf(
                      "metadata.name",
                      "metadata.uid",
                      "metadata.labels['team']",
                      "metadata.annotations['example.org/x']")),
          entry(
              "ResourceFieldSelector.resource",
              d -> d.oneOf("limits.cpu", "requests.cpu", "limits.memory", "requests.memory")),
          entry("ResourceFieldSelector.divisor", d -> "1"),
          entry("FileKeySelector.path", d -> d.oneOf("env", "dir/file.env")),
          entry("FileKeySelector.key", d -> "KEY_" + d.number()),
          entry("HTTPGetAction.path", d -> d.oneOf("/", "/healthz?full=1", "")),
          entry("HTTPGetAction.host", d -> d.oneOf("127.0.0.1", "localhost")),
          entry("TCPSocketAction.host", d -> d.oneOf("127.0.0.1", "localhost")),
          entry("HTTPHeader.name", d -> d.oneOf("X-Probe", "Host", "Accept")),
          entry("HTTPHeader.value", d -> d.oneOf("", "a", "x y")),
          entry("VolumeMount.mountPath", d -> "/m/" + d.number()),
          entry("VolumeMount.recursiveReadOnly", d -> d.oneOf("Disabled", "IfPossible", "Enabled")),
          entry("VolumeMount.subPath", d -> d.oneOf("a", "a/b")),
          entry("VolumeMount.subPathExpr", d -> d.oneOf("a", "$(POD)/b")),
          entry("VolumeDevice.devicePath", d -> "/dev/x" + d.number()),
          entry("Capabilities.add", d -> d.oneOf("NET_BIND_SERVICE", "SYS_TIME", "CHOWN")),
          entry("Capabilities.drop", d -> d.oneOf("ALL", "KILL")),
          entry("SELinuxOptions.level", d -> "s0:c123,c456"),
          entry("PodSecurityContext.seLinuxChangePolicy", d -> "Recursive"),
          entry("Sysctl.name", d -> d.oneOf("net.ipv4.tcp_syncookies", "kernel.shm_rmid_forced")),
          entry("Sysctl.value", d -> d.oneOf("0", "1")),
          entry("WindowsSecurityContextOptions.runAsUserName", d -> d.oneOf("alice", "ACME\\bob")),
          entry("PodSpec.hostname", d -> d.name("host")),
          entry("PodSpec.hostnameOverride", d -> d.name("over") + ".example.org"),
          entry("PodSpec.subdomain", d -> d.name("sub")),
          entry("PodSpec.nodeName", d -> "node-1"),
          entry("PodSpec.restartPolicy", d -> "Always"),
          entry("PodSpec.schedulerName", d -> d.oneOf("default-scheduler", "other")),
          entry("PodSpec.priorityClassName", d -> d.oneOf("system-cluster-critical", "high")),
          entry("PodSpec.serviceAccountName", d -> d.oneOf("default", "app")),
          entry("PodOS.name", d -> d.oneOf("linux", "windows")),
          entry("PodReadinessGate.conditionType", d -> "example.org/" + d.name("gate")),
          entry("PodSchedulingGate.name", d -> "example.org/" + d.name("gate")),
          entry("HostAlias.ip", d -> "10.1.2." + d.number() % 250),
          entry("HostAlias.hostnames", d -> d.name("h") + d.oneOf("", ".example.org")),
          entry("PodDNSConfig.nameservers", d -> d.oneOf("1.1.1.1", "8.8.8.8", "2001:db8::1")),
          entry("PodDNSConfig.searches", d -> d.name("ns") + ".example.org"),
          entry("PodDNSConfigOption.name", d -> d.oneOf("ndots", "edns0")),
          entry("Toleration.value", d -> d.oneOf("", "gpu")));

  static final Map<String, Function<Dice, Long>> NUMBERS =
      Map.ofEntries(
          entry("ContainerPort.containerPort", d -> 1000L + d.number()),
          entry("ContainerPort.hostPort", d -> 20000L + d.number()),
          entry("GRPCAction.port", d -> 1000L + d.number()),
          entry("Probe.terminationGracePeriodSeconds", d -> (long) d.between(1, 60)),
          entry("Probe.initialDelaySeconds", d -> (long) d.between(0, 10)),
          entry("PodSpec.terminationGracePeriodSeconds", d -> (long) d.between(2, 5)),
          entry("SleepAction.seconds", d -> (long) d.between(0, 1)),
          entry("PodSpec.priority", d -> 0L),
          entry("Toleration.tolerationSeconds", d -> (long) d.between(-1, 300)));

  private PodRules() {}
}
