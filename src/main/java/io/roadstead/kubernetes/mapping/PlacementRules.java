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

  private static final Rules NODE_TERM =
      Rules.of(
          list("labels", "matchExpressions", SelectorRules.REQUIREMENT),
          list("fields", "matchFields", SelectorRules.REQUIREMENT));

  private static final Rules NODE =
      Rules.of(
          list("required", REQUIRED + ".nodeSelectorTerms", NODE_TERM),
          list(
              "preferred",
              PREFERRED,
              Rules.of(field("weight", "weight"), alternative("term", "preference", NODE_TERM))));

  private static final Rules POD_TERM =
      SelectorRules.ofPods()
          .and(
              field("topologyKey", "topologyKey"),
              field("namespaces", "namespaces"),
              alternative("namespaceSelector", "namespaceSelector", SelectorRules.ALL),
              field("matchLabelKeys", "matchLabelKeys"),
              field("mismatchLabelKeys", "mismatchLabelKeys"));

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

  private static final Codec INCLUSION = Codecs.words("Honor", "Ignore");

  private static final Rules SPREAD =
      SelectorRules.ofPods()
          .and(
              field("topologyKey", "topologyKey"),
              field("maxSkew", "maxSkew"),
              new TwoWords("required", "whenUnsatisfiable", "DoNotSchedule", "ScheduleAnyway"),
              field("minDomains", "minDomains"),
              field("matchLabelKeys", "matchLabelKeys"),
              field("nodeAffinityPolicy", "nodeAffinityPolicy", INCLUSION, "Honor"),
              field("nodeTaintsPolicy", "nodeTaintsPolicy", INCLUSION, "Ignore"));

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
          group("dns", "", DNS),
          field("scheduler", "schedulerName", Codecs.SAME, "default-scheduler"),
          field("hostname", "hostname"),
          field("subdomain", "subdomain"),
          field("hostnameAsFqdn", "setHostnameAsFQDN"));

  private PlacementRules() {}
}
