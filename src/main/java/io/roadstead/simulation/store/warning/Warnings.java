// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.warning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.simulation.store.Metadata;
import io.roadstead.simulation.store.ResourceKind;
import io.roadstead.simulation.store.ResourceKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The warnings about an object that is written, in the words and the order of the server. */
public final class Warnings {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final String LABEL_RULE =
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and"
          + " must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc',"
          + " regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

  private Warnings() {}

  /** For a new object. */
  public static List<String> ofCreation(ResourceKind kind, ObjectNode fresh) {
    List<String> warnings = new ArrayList<>();
    if (kind.equals(ResourceKinds.DEPLOYMENT)) {
      podName(Metadata.name(fresh), warnings);
    }
    any(kind, fresh, warnings);
    return warnings;
  }

  /** For a changed object; about a workload only if its desired state changed. */
  public static List<String> ofChange(ResourceKind kind, ObjectNode before, ObjectNode after) {
    List<String> warnings = new ArrayList<>();
    boolean workload =
        kind.equals(ResourceKinds.DEPLOYMENT) || kind.equals(ResourceKinds.REPLICA_SET);
    if (!workload || !generation(before).equals(generation(after))) {
      any(kind, after, warnings);
    }
    return warnings;
  }

  private static void any(ResourceKind kind, ObjectNode object, List<String> warnings) {
    if (kind.equals(ResourceKinds.DEPLOYMENT) || kind.equals(ResourceKinds.REPLICA_SET)) {
      PodWarnings.check("spec.template.", object.path("spec").path("template"), warnings);
    } else if (kind.equals(ResourceKinds.POD)) {
      PodWarnings.check("", object, warnings);
    } else if (kind.equals(ResourceKinds.SERVICE)) {
      ServiceWarnings.check(object, warnings);
    } else if (kind.equals(ResourceKinds.PERSISTENT_VOLUME_CLAIM)) {
      ClaimWarnings.check(object, warnings);
    }
  }

  private static void podName(String name, List<String> warnings) {
    if (!LABEL.matcher(name).matches()) {
      String rule = name.length() > 63 ? "must be no more than 63 bytes" : LABEL_RULE;
      if (name.contains(".")) {
        rule = "must not contain dots";
      }
      warnings.add(
          "metadata.name: this is used in Pod names and hostnames, which can result in surprising"
              + " behavior; a DNS label is recommended: ["
              + rule
              + "]");
    }
  }

  private static JsonNode generation(ObjectNode object) {
    return object.path("metadata").path("generation");
  }
}
