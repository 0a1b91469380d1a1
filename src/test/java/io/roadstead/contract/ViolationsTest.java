// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.roadstead.v1.AppSpec;
import io.roadstead.v1.AppsGrpc;
import io.roadstead.v1.DeployAppRequest;
import io.roadstead.v1.ExposeAppRequest;
import io.roadstead.v1.Exposure;
import io.roadstead.v1.ScaleAppRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A broken rule is told in the same sentence over REST and gRPC. */
@QuarkusTest
class ViolationsTest {
  private static final String APP = "namespaces/default/apps/violations";

  @TestHTTPResource("/")
  URI root;

  private ManagedChannel channel;

  @BeforeEach
  void connect() {
    channel =
        ManagedChannelBuilder.forAddress(root.getHost(), root.getPort()).usePlaintext().build();
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                                     | containers is missing; give at least one container with name and image
          {"containers":[{"image":"x"}]}                         | containers[0].name is missing; give the container's name, e.g. "web"
          {"containers":[{"name":"a"}]}                          | containers[0].image is missing; give an image, e.g. "ghcr.io/acme/shop:1.4"
          {"containers":[{"name":"a","image":"X y"}]}            | containers[0].image: "X y" must be an image reference [registry/]repository[:tag][@digest], with the repository in lower case, e.g. ghcr.io/acme/shop:1.4
          {"containers":[{"name":"a","image":"x","ports":[{}]}]} | containers[0].ports[0].port is missing; give a number from 1 to 65535
          {"containers":[{"name":"a","image":"x","ports":[{"port":70000}]}]} | containers[0].ports[0].port: 70000 is too large; send a number from 1 to 65535
          {"containers":[{"name":"a","image":"x","env":[{"name":"A"}]}]} | containers[0].env[0] has no value for variable 'A'; give value, secretRef, configRef, fieldRef or resourceRef
          {"containers":[{"name":"a","image":"x","env":[{"value":"s3cret"}]}]} | containers[0].env[0].name is missing; give the variable's name
          {"containers":[{"name":"a","image":"x","env":[{"name":"A","configRef":{"name":"c"}}]}]} | containers[0].env[0].configRef.key is missing; give the name of a key in it
          {"containers":[{"name":"a","image":"x","env":[{"name":"A","secretRef":{"key":"k"}}]}]} | containers[0].env[0].secretRef.name is missing; give the name of a Secret in the app's namespace
          {"containers":[{"name":"a","image":"x","livenessProbe":{}}]} | containers[0].livenessProbe has no action; give http, tcp, grpc or exec
          {"containers":[{"name":"a","image":"x","livenessProbe":{"http":{}}}]} | containers[0].livenessProbe.http.port is missing; give the number or the name of a container port
          {"containers":[{"name":"a","image":"x","livenessProbe":{"grpc":{}}}]} | containers[0].livenessProbe.grpc.port is missing; give a number from 1 to 65535 (port names work for http and tcp probes only)
          {"containers":[{"name":"a","image":"x","livenessProbe":{"exec":{}}}]} | containers[0].livenessProbe.exec.command is missing; give the program and its arguments
          {"containers":[{"name":"a","image":"x","livenessProbe":{"exec":{"command":["a"]},"periodSeconds":-1}}]} | containers[0].livenessProbe.periodSeconds: -1 is too small; send a number of 1 or more
          {"containers":[{"name":"a","image":"x"}],"replicas":10001} | replicas: 10001 is too large; send a number from 0 to 10000
          {"containers":[{"name":"a","image":"x"}],"replicas":1,"autoscaling":{"minReplicas":1,"maxReplicas":2,"targetCpuPercent":50}} | replicas: 1 is given together with autoscaling; give only one of them
          {"containers":[{"name":"a","image":"x"}],"autoscaling":{"minReplicas":5,"targetCpuPercent":50}} | autoscaling.maxReplicas is missing; give a number from 5 to 10000
          {"containers":[{"name":"a","image":"x"}],"autoscaling":{"minReplicas":5,"maxReplicas":2,"targetCpuPercent":50}} | autoscaling.maxReplicas: 2 is below minReplicas (5); send a number from 5 to 10000
          {"containers":[{"name":"a","image":"x"}],"exposure":{"type":"NODE_PORT","ports":[{"port":80,"nodePort":70000}]}} | exposure.ports[0].nodePort: 70000 is too large; send a number from 1 to 65535 (most clusters allow 30000 to 32767)
          {"containers":[{"name":"a","image":"x"}],"exposure":{"type":"INTERNAL","ports":[{"port":80},{"name":"b","port":81}]}} | exposure.ports[0].name is missing; give a name for each port when there are several
          {"containers":[{"name":"a","image":"x"}],"labels":{"k8s.io/a":"b"}} | labels: "k8s.io/a" has a reserved prefix; use keys outside roadstead.io, kubernetes.io and k8s.io, which Roadstead and Kubernetes set, or app.kubernetes.io/version, component or part-of
          """)
  void saysTheSameOfADeployOverBothTransports(String spec, String sentence) throws Exception {
    var request =
        DeployAppRequest.newBuilder()
            .setName(APP)
            .setSpec(ProtoJson.fill(AppSpec.newBuilder(), Json.read(spec)))
            .build();

    JsonNode rest = put("", spec);
    StatusRuntimeException grpc =
        catchThrowableOfType(StatusRuntimeException.class, () -> stub().deployApp(request));

    assertThat(rest.path("detail").asText()).isEqualTo(sentence + ".");
    assertThat(grpc.getStatus().getDescription()).isEqualTo(sentence + ".");
    assertSameParts(rest, grpc);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                | replicas is missing; give replicas or autoscaling
          {"replicas":-1}                   | replicas: -1 is too small; send a number from 0 to 10000
          {"autoscaling":{"maxReplicas":3,"targetCpuPercent":50}} | autoscaling.minReplicas is missing; give a number from 1 to 10000
          """)
  void saysTheSameOfAScaleOverBothTransports(String scale, String sentence) throws Exception {
    var request =
        ProtoJson.fill(ScaleAppRequest.newBuilder(), Json.read(scale)).setName(APP).build();

    JsonNode rest = put("/scale", scale);
    StatusRuntimeException grpc =
        catchThrowableOfType(StatusRuntimeException.class, () -> stub().scaleApp(request));

    assertThat(rest.path("detail").asText()).isEqualTo(sentence + ".");
    assertThat(grpc.getStatus().getDescription()).isEqualTo(sentence + ".");
    assertSameParts(rest, grpc);
  }

  @Test
  void namesTheValuesOfAnEnumAsTheTransportDoes() throws Exception {
    var request = ExposeAppRequest.newBuilder().setName(APP).setExposure(Exposure.newBuilder());

    JsonNode rest = put("/exposure", "{}");
    StatusRuntimeException grpc =
        catchThrowableOfType(StatusRuntimeException.class, () -> stub().exposeApp(request.build()));

    assertThat(rest.path("detail").asText())
        .isEqualTo("type is missing; give one of INTERNAL, NODE_PORT, LOAD_BALANCER, EXTERNAL.");
    assertThat(grpc.getStatus().getDescription())
        .isEqualTo(
            "type is missing; give one of EXPOSURE_TYPE_INTERNAL, EXPOSURE_TYPE_NODE_PORT,"
                + " EXPOSURE_TYPE_LOAD_BALANCER, EXPOSURE_TYPE_EXTERNAL.");
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() throws Exception {
    JsonNode rest = put("", "{\"containers\":[{\"ports\":[{}]}],\"replicas\":-1}");

    assertThat(rest.path("violations"))
        .extracting(violation -> violation.path("field").asText())
        .containsExactlyInAnyOrder(
            "containers[0].name", "containers[0].image", "containers[0].ports[0].port", "replicas");
    assertThat(rest.path("violations").get(0).path("value").isNull()).isTrue();
    assertThat(rest.path("violations").get(3).path("value").asText()).isEqualTo("-1");
  }

  /** The value stands apart in REST and in front of the rule in gRPC. */
  private static void assertSameParts(JsonNode rest, StatusRuntimeException error)
      throws Exception {
    JsonNode of = rest.path("violations").get(0);
    FieldViolation grpc = violation(error);
    assertThat(grpc.getField()).isEqualTo(of.path("field").asText());
    assertThat(grpc.getDescription()).endsWith(of.path("rule").asText());
    assertThat(grpc.getDescription()).contains(of.path("value").asText(""));
  }

  private static FieldViolation violation(StatusRuntimeException error) throws Exception {
    for (Any detail : StatusProto.fromThrowable(error).getDetailsList()) {
      if (detail.is(BadRequest.class)) {
        return detail.unpack(BadRequest.class).getFieldViolations(0);
      }
    }
    throw new AssertionError("no violation", error);
  }

  private AppsGrpc.AppsBlockingStub stub() {
    return AppsGrpc.newBlockingStub(channel);
  }

  private JsonNode put(String below, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(root.resolve("/v1/" + APP + below))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    return Json.read(answer.body());
  }
}
