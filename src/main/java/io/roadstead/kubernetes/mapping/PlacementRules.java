// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.mapping;

import static io.roadstead.kubernetes.mapping.Rules.alternative;
import static io.roadstead.kubernetes.mapping.Rules.field;
import static io.roadstead.kubernetes.mapping.Rules.group;
import static io.roadstead.kubernetes.mapping.Rules.list;
import static io.roadstead.kubernetes.mapping.Rules.units;

/** Where the pods of an app run, in the spec of a pod. */
final class PlacementRules {
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

  private static final Rules REQUIREMENT =
      Rules.of(
          field("key", "key"),
          field(
              "operator",
              "operator",
              Codecs.words("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt")),
          field("values", "values"));

  private static final Rules NODE_TERM =
      Rules.of(
          list("labels", "matchExpressions", REQUIREMENT),
          list("fields", "matchFields", REQUIREMENT));

  private static final Rules NODE =
      Rules.of(
          list("required", REQUIRED + ".nodeSelectorTerms", NODE_TERM),
          list(
              "preferred",
              PREFERRED,
              Rules.of(field("weight", "weight"), alternative("term", "preference", NODE_TERM))));

  private static final Rules POD_TERM =
      Rules.of(
          field("topologyKey", "topologyKey"),
          field("matchLabels", "labelSelector.matchLabels"),
          list("labels", "labelSelector.matchExpressions", REQUIREMENT),
          field("namespaces", "namespaces"));

  private static final Rules POD =
      Rules.of(
          list("required", REQUIRED, POD_TERM),
          list(
              "preferred",
              PREFERRED,
              Rules.of(
                  field("weight", "weight"), alternative("term", "podAffinityTerm", POD_TERM))));

  private static final Rules AFFINITY =
      Rules.of(
          group("node", "nodeAffinity", NODE),
          group("pod", "podAffinity", POD),
          group("antiPod", "podAntiAffinity", POD));

  private static final Rules TOLERATION =
      Rules.of(
          field("key", "key"),
          field("operator", "operator", Codecs.words("Equal", "Exists")),
          field("value", "value"),
          field("effect", "effect", Codecs.words("NoSchedule", "PreferNoSchedule", "NoExecute")),
          field("seconds", "tolerationSeconds"));

  private static final Rules SPREAD =
      Rules.of(
          field("topologyKey", "topologyKey"),
          field("maxSkew", "maxSkew"),
          new TwoWords("required", "whenUnsatisfiable", "DoNotSchedule", "ScheduleAnyway"),
          field("minDomains", "minDomains"),
          field("matchLabels", "labelSelector.matchLabels"),
          field("matchLabelKeys", "matchLabelKeys"));

  private static final Rules HOST_ALIAS =
      Rules.of(field("ip", "ip"), field("hostnames", "hostnames"));

  private static final Rules DNS =
      Rules.of(
          field(
              "policy",
              "dnsPolicy",
              Codecs.words("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"),
              "ClusterFirst"),
          field("nameservers", "dnsConfig.nameservers"),
          field("searches", "dnsConfig.searches"),
          list(
              "options",
              "dnsConfig.options",
              Rules.of(field("name", "name"), field("value", "value"))));

  static final Rules ALL =
      Rules.of(
          field("nodeSelector", "nodeSelector"),
          list("tolerations", "tolerations", TOLERATION),
          units("spread", "topologySpreadConstraints", SPREAD),
          group("affinity", "affinity", AFFINITY),
          field("priorityClass", "priorityClassName"),
          field("runtimeClass", "runtimeClassName"),
          units("hostAliases", "hostAliases", HOST_ALIAS),
          group("dns", "", DNS));

  private PlacementRules() {}
}
