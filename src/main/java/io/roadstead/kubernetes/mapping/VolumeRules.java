// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import static io.roadstead.kubernetes.mapping.Rules.alternative;
import static io.roadstead.kubernetes.mapping.Rules.field;
import static io.roadstead.kubernetes.mapping.Rules.group;
import static io.roadstead.kubernetes.mapping.Rules.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** The volumes of an app. */
final class VolumeRules {
  private static final Rules ITEM =
      Rules.of(field("key", "key"), field("path", "path"), field("mode", "mode"));

  private static final Rule MODE = field("mode", "defaultMode", 420);
  private static final Rule OPTIONAL = field("optional", "optional");
  private static final Rule ITEMS = list("items", "items", ITEM);

  private static final Rules EMPTY =
      Rules.of(field("medium", "medium"), field("sizeLimit", "sizeLimit"));

  private static final Rules CONFIG = Rules.of(field("name", "name"), ITEMS, MODE, OPTIONAL);

  private static final Rules SECRET = Rules.of(field("name", "secretName"), ITEMS, MODE, OPTIONAL);

  private static final Rules CLAIM =
      Rules.of(field("name", "claimName"), field("readOnly", "readOnly"));

  private static final Rules KEYS = Rules.of(field("name", "name"), ITEMS, OPTIONAL);

  private static final Rules TOKEN =
      Rules.of(
          field("path", "path"),
          field("audience", "audience"),
          field("expirationSeconds", "expirationSeconds", 3600));

  private static final Rules RESOURCE =
      Rules.of(
          field("container", "containerName"),
          field("resource", "resource"),
          field("divisor", "divisor", Codecs.SAME, "0"),
          new Constant("", "divisor", "0"));

  private static final Rules POD_FIELD =
      Rules.of(
          field("path", "path"),
          field("fieldRef", "fieldRef.fieldPath"),
          new Constant("fieldRef", "apiVersion", "v1"),
          group("resourceRef", "resourceFieldRef", RESOURCE),
          field("mode", "mode"));

  private static final Rules SOURCE =
      Rules.of(
          alternative("config", "configMap", KEYS),
          alternative("secret", "secret", KEYS),
          alternative("token", "serviceAccountToken", TOKEN),
          alternative(
              "fields", "downwardAPI", Rules.of(list("items", "items", POD_FIELD)), "items"));

  private static final Rules PROJECTED = Rules.of(list("sources", "sources", SOURCE), MODE);

  private static final Rules DOWNWARD = Rules.of(list("items", "items", POD_FIELD), MODE);

  private static final Rules CSI =
      Rules.of(
          field("driver", "driver"),
          field("readOnly", "readOnly"),
          field("fsType", "fsType"),
          field("attributes", "volumeAttributes"),
          field("secret", "nodePublishSecretRef.name"));

  private static final Rules NFS =
      Rules.of(field("server", "server"), field("path", "path"), field("readOnly", "readOnly"));

  private static final JsonNode ONE_NODE =
      JsonNodeFactory.instance.arrayNode().add("ReadWriteOnce");

  private static final Rules EPHEMERAL =
      Rules.of(
          field("size", "spec.resources.requests.storage"),
          new Field("accessModes", List.of("spec", "accessModes"), Codecs.SAME, ONE_NODE),
          new Constant("spec", "accessModes", ONE_NODE),
          field("storageClass", "spec.storageClassName"),
          new Constant("spec", "volumeMode", "Filesystem"),
          field("labels", "metadata.labels"),
          field("annotations", "metadata.annotations"));

  static final Rules ALL =
      Rules.of(
          field("name", "name"),
          alternative("empty", "emptyDir", EMPTY),
          alternative("config", "configMap", CONFIG),
          alternative("secret", "secret", SECRET),
          alternative("projected", "projected", PROJECTED, "sources"),
          alternative("claim", "persistentVolumeClaim", CLAIM),
          alternative("downward", "downwardAPI", DOWNWARD, "items"),
          alternative("csi", "csi", CSI),
          alternative("nfs", "nfs", NFS),
          alternative("ephemeral", "ephemeral.volumeClaimTemplate", EPHEMERAL));

  private VolumeRules() {}
}
