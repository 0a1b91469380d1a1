// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.roadstead.contract.RoadsteadClient.Format;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an app looks like and what cluster it is on, the same over REST and gRPC. */
abstract class ViewsContract extends AppsContract {

  @Test
  void showsTheObjectsOfAnAppTheSameOverBoth() {
    Session s = exposed();

    sameOverBoth(
        client -> client.logicalView(Session.NAMESPACE, s.app),
        view -> {
          assertThat(values(view.path("items"), "kind"))
              .contains("Service", "Deployment", "EndpointSlice", "ReplicaSet", "Pod");
          assertThat(values(view.path("links"), "relation")).contains("OWNS", "LISTS", "ROUTES_TO");
          assertThat(view.path("items")).allMatch(item -> item.path("managed").asBoolean());
          assertThat(view.path("items"))
              .filteredOn(item -> item.path("kind").asText().equals("Deployment"))
              .allSatisfy(
                  item -> {
                    assertThat(item.path("ready").asInt()).isEqualTo(2);
                    assertThat(item.path("desired").asInt()).isEqualTo(2);
                  });
          assertThat(view.path("items"))
              .filteredOn(item -> item.path("kind").asText().equals("Pod"))
              .allSatisfy(
                  item -> {
                    assertThat(item.path("phase").asText()).isEqualTo("RUNNING");
                    assertThat(item.path("node").asText()).isNotEmpty();
                    assertThat(item.path("ip").asText()).isNotEmpty();
                    assertThat(item.path("revision").asInt()).isEqualTo(1);
                    assertThat(item.at("/containers/0/state").asText()).isEqualTo("RUNNING");
                  });
          assertThat(values(view.path("items"), "id"))
              .containsAll(values(view.path("links"), "source"))
              .containsAll(values(view.path("links"), "target"));
        });
  }

  @Test
  void showsWhereAnAppStandsTheSameOverBoth() {
    Session s = exposed();

    sameOverBoth(
        client -> client.physicalView(Session.NAMESPACE, s.app),
        view -> {
          assertThat(view.at("/spread/pods").asInt()).isEqualTo(2);
          assertThat(view.at("/exposure/type").asText()).isEqualTo("EXTERNAL");
          assertThat(view.at("/exposure/addresses/0/why").asText()).isNotEmpty();
          List<String> traffic = new ArrayList<>();
          view.path("zones")
              .forEach(
                  zone ->
                      zone.path("nodes")
                          .forEach(
                              node ->
                                  node.path("pods")
                                      .forEach(pod -> traffic.add(pod.path("name").asText()))));
          assertThat(traffic).hasSize(2);
          assertThat(values(view.path("warnings"), "code")).contains("NO_READINESS_PROBE");
        });
  }

  @ParameterizedTest
  @CsvSource({"logical, SVG", "physical, SVG", "logical, MERMAID", "physical, MERMAID"})
  void drawsTheSameOverBoth(String view, Format format) {
    Session s = exposed();
    List<String> pods =
        values(s.client.pods(Session.NAMESPACE, s.app, 10, "").body().path("pods"), "name");

    String beginning = format == Format.SVG ? "<svg" : "flowchart";
    sameOverBoth(
        client -> {
          Outcome drawn = client.drawn(Session.NAMESPACE, s.app, view, format);
          // The moment of the answer is in the picture too.
          String text = drawn.text("/text").replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
          return Outcome.of(Json.object().put("text", text), false);
        },
        drawn -> assertThat(drawn.path("text").asText()).contains(beginning).contains(pods));
  }

  @Test
  void knowsNoViewOfAnAppThatIsNotThere() {
    onBoth(
        s -> {
          s.seen("logical", s.client.logicalView(Session.NAMESPACE, s.app));
          s.seen("drawn", s.client.drawn(Session.NAMESPACE, s.app, "physical", Format.SVG));
          assertThat(s.client.physicalView(Session.NAMESPACE, s.app).reason())
              .isEqualTo("NOT_FOUND");
        });
  }

  @Test
  void describesTheClusterTheSameOverBoth() {
    sameOverBoth(
        RoadsteadClient::cluster,
        cluster -> {
          assertThat(cluster.path("system").asText()).isNotEmpty();
          assertThat(cluster.at("/recognition/message").asText()).isNotEmpty();
          assertThat(cluster.at("/skew/message").asText()).isNotEmpty();
          assertThat(cluster.at("/capabilities/loadBalancer/evidence").asText()).isNotEmpty();
          assertThat(cluster.at("/capabilities/metrics/remedy").asText()).contains("metrics");
          assertThat(cluster.path("zones")).hasSize(3);
          assertThat(cluster.at("/nodes/0/allocatable/cpu").asText()).isNotEmpty();
        });
  }

  @Test
  void listsNodesInPages() {
    onBoth(
        s -> {
          Outcome first = s.client.nodes(2, "");
          assertThat(values(first.body().path("nodes"), "name")).hasSize(2);
          assertThat(first.text("/asOf")).isNotEmpty();
          Outcome rest = s.client.nodes(2, first.text("/nextPageToken"));
          assertThat(values(rest.body().path("nodes"), "name")).hasSize(1);
          assertThat(rest.body().has("nextPageToken")).isFalse();
          s.seen("rest", rest);
          assertThat(s.seen("bad token", s.client.nodes(2, "nonsense")).reason())
              .isEqualTo("INVALID_ARGUMENT");
          assertThat(s.seen("bad size", s.client.nodes(-1, "")).fields())
              .containsExactly("pageSize");
        });
  }

  private Session exposed() {
    Session s = shared();
    s.deploy(
        """
        {"containers": [{"name": "web", "image": "luksa/kubia:1.0",
           "ports": [{"name": "http", "port": 8080}]}],
         "replicas": 2, "exposure": {"type": "EXTERNAL"}}
        """);
    s.awaitState("READY");
    return s;
  }

  private static List<String> values(JsonNode list, String field) {
    List<String> values = new ArrayList<>();
    list.forEach(element -> values.add(element.path(field).asText()));
    return values;
  }
}
