// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api.protobuf;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The messages of the Kubernetes API, from the API's own proto files ({@code kubernetes.binpb},
 * made by {@code src/test/cluster/descriptors}).
 */
final class KubernetesMessages {
  private static final String META = "k8s.io.apimachinery.pkg.apis.meta.v1";

  private final Map<String, Descriptor> byName = new HashMap<>();

  private KubernetesMessages(Iterable<FileDescriptor> files) {
    for (FileDescriptor file : files) {
      file.getMessageTypes().forEach(type -> byName.put(type.getFullName(), type));
    }
  }

  static KubernetesMessages read() {
    try (InputStream in =
        Objects.requireNonNull(
            KubernetesMessages.class.getResourceAsStream("kubernetes.binpb"), "kubernetes.binpb")) {
      Map<String, FileDescriptor> files = new LinkedHashMap<>();
      for (FileDescriptorProto file : FileDescriptorSet.parseFrom(in).getFileList()) {
        FileDescriptor[] imports =
            file.getDependencyList().stream().map(files::get).toArray(FileDescriptor[]::new);
        files.put(file.getName(), FileDescriptor.buildFrom(file, imports));
      }
      return new KubernetesMessages(files.values());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DescriptorValidationException e) {
      throw new IllegalStateException("kubernetes.binpb is not valid", e);
    }
  }

  /** The envelope of all protobuf bodies: type and bytes. */
  Descriptor envelope() {
    return Objects.requireNonNull(byName.get("k8s.io.apimachinery.pkg.runtime.Unknown"));
  }

  /** The message of a kind, e.g. {@code Deployment} of {@code apps/v1}; empty when unknown. */
  Optional<Descriptor> find(String apiVersion, String kind) {
    String[] parts = apiVersion.split("/", 2);
    String group = parts.length == 1 ? "core" : parts[0].split("\\.", 2)[0];
    String version = parts[parts.length - 1];
    return List.of("k8s.io.api." + group + "." + version, META).stream()
        .map(of -> byName.get(of + "." + kind))
        .filter(Objects::nonNull)
        .findFirst();
  }
}
