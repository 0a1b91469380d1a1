// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.ApiException;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKinds;
import io.roadstead.simulation.store.StoreView;

/**
 * What the admission plugins of an ordinary cluster check and add to a new pod, without an owner.
 */
final class PodAdmission {
  private static final int EVICTION_AFTER_SECONDS = 300;
  private static final String DEFAULT_ACCOUNT = "default";

  private PodAdmission() {}

  static void admit(ObjectNode pod, StoreView view) {
    ObjectNode spec = pod.withObject("/spec");
    Defaults.put(spec, "serviceAccountName", DEFAULT_ACCOUNT);
    Defaults.put(spec, "serviceAccount", spec.path("serviceAccountName").asText());
    checkAccount(pod, spec, view);
    PodPriority.admit(pod, spec, view);
    checkRuntime(pod, spec, view);
    tolerate(spec, "node.kubernetes.io/not-ready");
    tolerate(spec, "node.kubernetes.io/unreachable");
  }

  /** The default account may still be on its way in a new namespace. */
  private static void checkAccount(ObjectNode pod, ObjectNode spec, StoreView view) {
    String namespace = Metadata.namespace(pod);
    String name = spec.path("serviceAccountName").asText();
    ObjectNode account = view.find(ResourceKinds.SERVICE_ACCOUNT, namespace, name).orElse(null);
    if (account == null) {
      if (!name.equals(DEFAULT_ACCOUNT)) {
        String why = "error looking up service account %s/%s: serviceaccount \"%s\" not found";
        throw forbidden(pod, why.formatted(namespace, name, name));
      }
      return;
    }
    if (!spec.has("imagePullSecrets") && !account.path("imagePullSecrets").isEmpty()) {
      spec.set("imagePullSecrets", account.path("imagePullSecrets").deepCopy());
    }
  }

  private static void checkRuntime(ObjectNode pod, ObjectNode spec, StoreView view) {
    String name = spec.path("runtimeClassName").asText("");
    if (!name.isEmpty() && view.find(ResourceKinds.RUNTIME_CLASS, "", name).isEmpty()) {
      throw forbidden(pod, "pod rejected: RuntimeClass \"" + name + "\" not found");
    }
  }

  /** Admission comes before a name is generated. */
  static ApiException forbidden(ObjectNode pod, String why) {
    String generated = Metadata.text(pod, "generateName");
    String name = generated.isEmpty() ? Metadata.name(pod) : generated;
    return ApiException.forbidden(ResourceKinds.POD, name, why);
  }

  private static void tolerate(ObjectNode spec, String taint) {
    ArrayNode tolerations = spec.withArray("tolerations");
    for (JsonNode toleration : tolerations) {
      String key = toleration.path("key").asText("");
      if (key.equals(taint) || key.isEmpty()) {
        return;
      }
    }
    tolerations
        .addObject()
        .put("effect", "NoExecute")
        .put("key", taint)
        .put("operator", "Exists")
        .put("tolerationSeconds", EVICTION_AFTER_SECONDS);
  }
}
