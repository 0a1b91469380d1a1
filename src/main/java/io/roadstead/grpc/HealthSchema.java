// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.rpc.ErrorDetailsProto;
import grpc.health.v1.HealthOuterClass;
import io.grpc.protobuf.ProtoFileDescriptorSupplier;
import java.util.ArrayList;

/**
 * The file of the health service for reflection, which also imports {@code
 * google/rpc/error_details.proto}. Reflection serves what the files of services import, and no
 * message of a service has error details in it; without them grpcurl shows errors as Base64.
 */
final class HealthSchema implements ProtoFileDescriptorSupplier {
  private static final FileDescriptor FILE = file();

  @Override
  public FileDescriptor getFileDescriptor() {
    return FILE;
  }

  private static FileDescriptor file() {
    FileDescriptor details = ErrorDetailsProto.getDescriptor();
    FileDescriptor health = HealthOuterClass.getDescriptor();
    var imports = new ArrayList<>(health.getDependencies());
    imports.add(details);
    try {
      return FileDescriptor.buildFrom(
          health.toProto().toBuilder().addDependency(details.getName()).build(),
          imports.toArray(FileDescriptor[]::new));
    } catch (DescriptorValidationException e) {
      throw new IllegalStateException(e);
    }
  }
}
