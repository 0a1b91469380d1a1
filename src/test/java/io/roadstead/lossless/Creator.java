// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Brings the objects of a case to the cluster the way that its creation says. */
record Creator(ClusterApi cluster) {

  void create(AppCase app) {
    app.objects().forEach(object -> create(object, app.creation()));
    if (app.creation() == Creation.SEVERAL_MANAGERS) {
      share(app);
    }
  }

  void delete(AppCase app) {
    for (ObjectNode object : app.objects()) {
      cluster.delete(object.path("kind").asText(), object.at("/metadata/name").asText());
    }
  }

  private void create(ObjectNode object, Creation creation) {
    switch (creation) {
      case KUBECTL_CREATE, SEVERAL_MANAGERS ->
          cluster.create(object, "kubectl-create", false).orThrow();
      case CLIENT_SIDE_APPLY -> {
        ObjectNode remembered = object.deepCopy();
        remembered
            .withObject("/metadata/annotations")
            .put("kubectl.kubernetes.io/last-applied-configuration", object + "\n");
        cluster.create(remembered, "kubectl-client-side-apply", false).orThrow();
      }
      case SERVER_SIDE_APPLY -> cluster.apply(object, "kubectl").orThrow();
      case HELM -> cluster.apply(object, "helm").orThrow();
    }
  }

  /** What people do to an app that runs. */
  private void share(AppCase app) {
    String container = app.deployment().at("/spec/template/spec/containers/0/name").asText();
    ObjectNode image = JsonNodeFactory.instance.objectNode();
    image
        .withArray("/spec/template/spec/containers")
        .addObject()
        .put("name", container)
        .put("image", "luksa/kubia:1.1");
    patch(app, app.name(), image, "kubectl-set");
    ObjectNode edit = JsonNodeFactory.instance.objectNode();
    edit.withObject("/metadata/annotations").put("note", "edited");
    edit.withObject("/spec/template/metadata/annotations").put("edited-by", "somebody");
    ObjectNode edited =
        edit.withArray("/spec/template/spec/containers").addObject().put("name", container);
    edited.putArray("env").addObject().put("name", "EDITED").put("value", "yes");
    patch(app, app.name(), edit, "kubectl-edit");
    JsonNode scale = ClusterApi.read("{\"spec\": {\"replicas\": 1}}");
    patch(app, app.name() + "/scale", scale, "kubectl");
  }

  private void patch(AppCase app, String name, JsonNode patch, String manager) {
    cluster.patch("Deployment", name, patch, manager).orThrow();
  }
}
