// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.system.StorageClassData;

/** Builds the StorageClasses of a system. */
final class StorageClasses {
  private StorageClasses() {}

  static ObjectNode desired(StorageClassData data) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata = object.putObject("metadata").put("name", data.name());
    if (data.byDefault()) {
      metadata.putObject("annotations").put("storageclass.kubernetes.io/is-default-class", "true");
    }
    object.put("provisioner", data.provisioner());
    object.put("volumeBindingMode", data.waits() ? "WaitForFirstConsumer" : "Immediate");
    return object;
  }
}
