// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Values of the fields of volumes that have rules. */
final class VolumeRules {
  static final Map<String, Function<Dice, String>> TEXTS =
      Map.ofEntries(
          entry("AzureDiskVolumeSource.kind", d -> "Shared"),
          entry("AzureDiskVolumeSource.diskURI", d -> "https://acme.blob.core.windows.net/d/x.vhd"),
          entry("CSIVolumeSource.driver", d -> "csi.example.org"),
          entry("EmptyDirVolumeSource.medium", d -> d.oneOf("", "Memory")),
          entry("EmptyDirVolumeSource.sizeLimit", d -> d.oneOf("1Gi", "64Mi")),
          entry("FlexVolumeSource.driver", d -> "example.org/driver"),
          entry("FCVolumeSource.targetWWNs", d -> "500a0982991b8dc" + d.number() % 10),
          entry("GitRepoVolumeSource.directory", d -> "dir"),
          entry("GitRepoVolumeSource.repository", d -> "https://git.example.org/x.git"),
          entry("GlusterfsVolumeSource.path", d -> "vol"),
          entry("HostPathVolumeSource.path", d -> d.oneOf("/var/log", "/run/x.sock", "/")),
          entry("ImageVolumeSource.reference", d -> "registry.example.org/data:1"),
          entry("ISCSIVolumeSource.iqn", d -> "iqn.2001-04.com.example:storage.kube.sys1.xyz"),
          entry(
              "ISCSIVolumeSource.initiatorName",
              d -> "iqn.2001-04.com.example:storage.kube.sys1.i"),
          entry("ISCSIVolumeSource.targetPortal", d -> "10.0.2.15:3260"),
          entry("ISCSIVolumeSource.portals", d -> "10.0.2." + (20 + d.number() % 200) + ":3260"),
          entry("KeyToPath.path", d -> "dir/" + d.name("f")),
          entry("NFSVolumeSource.path", d -> "/export"),
          entry("RBDVolumeSource.monitors", d -> "10.16.154." + d.number() % 250 + ":6789"),
          entry("CephFSVolumeSource.monitors", d -> "10.16.154." + d.number() % 250 + ":6789"),
          entry("CephFSVolumeSource.path", d -> "/some/path"),
          entry("QuobyteVolumeSource.registry", d -> "registry.example.org:7861"),
          entry("DownwardAPIVolumeFile.path", d -> "dir/" + d.name("d")),
          entry("ServiceAccountTokenProjection.path", d -> d.name("token")),
          entry("TypedLocalObjectReference.apiGroup", d -> "snapshot.storage.k8s.io"),
          entry("TypedLocalObjectReference.kind", d -> "VolumeSnapshot"),
          entry("TypedObjectReference.apiGroup", d -> "snapshot.storage.k8s.io"),
          entry("TypedObjectReference.kind", d -> "VolumeSnapshot"));

  static final Map<String, Function<Dice, Long>> NUMBERS =
      Map.ofEntries(
          entry("ConfigMapVolumeSource.defaultMode", VolumeRules::mode),
          entry("SecretVolumeSource.defaultMode", VolumeRules::mode),
          entry("ProjectedVolumeSource.defaultMode", VolumeRules::mode),
          entry("DownwardAPIVolumeSource.defaultMode", VolumeRules::mode),
          entry("DownwardAPIVolumeFile.mode", VolumeRules::mode),
          entry("KeyToPath.mode", VolumeRules::mode),
          entry("ServiceAccountTokenProjection.expirationSeconds", d -> 600L * d.between(1, 9)));

  private VolumeRules() {}

  private static long mode(Dice dice) {
    return dice.oneOf(List.of(0L, 0400L, 0644L, 0777L));
  }
}
