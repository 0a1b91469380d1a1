// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestPathTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/namespaces/default/pods, '', list, pods",
    "GET, /api/v1/namespaces/default/pods/web-1, '', get, pods",
    "GET, /apis/apps/v1/deployments, watch=true&resourceVersion=7, watch, deployments",
    "PATCH, /apis/apps/v1/namespaces/default/deployments/web, '', patch, deployments",
    "PUT, /apis/apps/v1/namespaces/default/deployments/web/scale, '', update, deployments",
    "DELETE, /api/v1/namespaces/default/services/web, '', delete, services",
    "POST, /api/v1/namespaces, '', create, namespaces",
    "GET, /api/v1/namespaces/default, '', get, namespaces",
    "GET, /api/v1/nodes, '', list, nodes",
    "GET, /version, '', list, version",
    "GET, /healthz, '', list, other",
    "GET, /, '', list, other",
    "GET, /apis/example.com/v1/namespaces/a/anything/b, '', get, other",
    "OPTIONS, /api/v1/pods, '', other, pods"
  })
  void tellsVerbAndResource(
      String method, String path, String query, String verb, String resource) {
    assertThat(RequestPath.of(method, path, query, "application/json"))
        .isEqualTo(new RequestPath(verb, resource));
  }

  @org.junit.jupiter.api.Test
  void tellsApplyFromOtherPatches() {
    assertThat(
            RequestPath.of(
                    "PATCH",
                    "/apis/apps/v1/namespaces/a/deployments/b",
                    "fieldManager=roadstead",
                    "application/apply-patch+yaml")
                .verb())
        .isEqualTo("apply");
  }
}
