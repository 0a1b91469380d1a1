// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Responds to access reviews. There is no authentication, and every caller may do everything. */
final class AccessReviews {
  private static final String AUTHORIZATION = "authorization.k8s.io/v1";
  private static final String AUTHENTICATION = "authentication.k8s.io/v1";

  private static final Map<String, Map<String, String>> KINDS =
      Map.of(
          AUTHORIZATION,
          Map.of(
              "selfsubjectaccessreviews", "SelfSubjectAccessReview",
              "selfsubjectrulesreviews", "SelfSubjectRulesReview",
              "subjectaccessreviews", "SubjectAccessReview",
              "localsubjectaccessreviews", "LocalSubjectAccessReview"),
          AUTHENTICATION,
          Map.of("tokenreviews", "TokenReview", "selfsubjectreviews", "SelfSubjectReview"));

  private AccessReviews() {}

  static Set<String> groupVersions() {
    return KINDS.keySet();
  }

  /** Plural and kind of the reviews in a group version. */
  static Map<String, String> kindsIn(String groupVersion) {
    return KINDS.getOrDefault(groupVersion, Map.of());
  }

  static boolean isNamespaced(String kind) {
    return kind.equals("LocalSubjectAccessReview");
  }

  /** The review of a path, if there is one. */
  static Optional<String> kindAt(String path) {
    for (Map.Entry<String, Map<String, String>> group : KINDS.entrySet()) {
      String prefix = "/apis/" + group.getKey() + "/";
      if (path.startsWith(prefix)) {
        String plural = path.substring(path.lastIndexOf('/') + 1);
        return Optional.ofNullable(group.getValue().get(plural));
      }
    }
    return Optional.empty();
  }

  static ApiResponse answer(String kind, ApiRequest request) {
    ObjectNode review = Bodies.read(request);
    ObjectNode answer = review.deepCopy();
    answer.put("kind", kind);
    answer.withObject("/metadata");
    ObjectNode status = answer.putObject("status");
    switch (kind) {
      case "SelfSubjectRulesReview" -> allRules(status);
      case "TokenReview" -> user(status.put("authenticated", true).putObject("user"));
      case "SelfSubjectReview" -> user(status.putObject("userInfo"));
      default ->
          status.put("allowed", true).put("reason", "the simulated cluster allows everything");
    }
    return ApiResponse.json(201, answer);
  }

  private static void allRules(ObjectNode status) {
    ObjectNode resources = status.putArray("resourceRules").addObject();
    for (String field : List.of("verbs", "apiGroups", "resources")) {
      resources.putArray(field).add("*");
    }
    ObjectNode urls = status.putArray("nonResourceRules").addObject();
    for (String field : List.of("verbs", "nonResourceURLs")) {
      urls.putArray(field).add("*");
    }
    status.put("incomplete", false);
  }

  private static void user(ObjectNode user) {
    user.put("username", "simulated-user");
    user.putArray("groups").add("system:masters").add("system:authenticated");
  }
}
