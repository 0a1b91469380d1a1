// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a credential plugin that is missing or fails, and how the service recovers. */
final class PluginFailureTest {
  private static final String V1BETA1 = "client.authentication.k8s.io/v1beta1";

  @TempDir Path folder;
  private RecordingApiServer server;
  private Workstation station;

  @BeforeEach
  void start() throws Exception {
    server = RecordingApiServer.start();
    station = new Workstation(folder, server.url());
  }

  @AfterEach
  void stop() {
    station.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    // The kubeconfig's own words.
    "gke, gke-gcloud-auth-plugin, for use with kubectl by following https://cloud.google.com",
    "eks, aws, docs.aws.amazon.com/cli",
    "eks-authenticator, aws-iam-authenticator, aws eks update-kubeconfig --name NAME",
    "aks, kubelogin, az aks install-cli",
    "oidc-login, kubelogin, https://github.com/int128/kubelogin",
    "ack-plugin-token, ack-ram-tool, https://github.com/AliyunContainerService/ack-ram-tool",
    "oke, oci, docs.oracle.com",
    "digitalocean, doctl, docs.digitalocean.com",
  })
  void namesMissingPluginAndHowToInstallIt(String system, String command, String hint)
      throws IOException {
    Workstation.Service service = station.kubeconfig(system).service();
    assertThat(service.connection().problem()).isNull();

    AppException e = service.failure();

    assertThat(e.code()).isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE);
    assertThat(e.details().retryAfter()).isPositive();
    assertThat(e)
        .hasMessageStartingWith("The credential plugin '" + command + "' is not on the PATH")
        .hasMessageContaining(hint);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void recoversOnceThePluginIsThere() throws IOException {
    Workstation.Service service = station.kubeconfig("eks").service();
    service.failure();
    FakePlugin plugin = new FakePlugin(folder, "aws").install();
    plugin.answerToken(V1BETA1, "token-1", station.clock.instant().plusSeconds(900));
    station.clock.advance(Duration.ofSeconds(5));

    assertThat(service.version()).isEqualTo("v1.30.0");
  }

  @Test
  void asksFailingPluginNotForEachCall() throws IOException {
    FakePlugin plugin = new FakePlugin(folder, "aws").installScript("exit 1");
    Workstation.Service service = station.kubeconfig("eks").service();

    service.failure();
    service.failure();

    assertThat(plugin.runs()).isEqualTo(1);
  }

  @Test
  void tellsExitCodeAndReasonOnOneLineWithoutSecrets() throws IOException {
    new FakePlugin(folder, "aws")
        .installScript(
            """
            echo '{"status": {"token": "k8s-aws-v1.short"}}'
            echo 'The SSO session has expired.' >&2
            echo 'cached k8s-aws-v1.short for dev, password=hunter2' >&2
            echo 'eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.c2lnbmF0dXJl' >&2
            exit 255\
            """);

    AppException e = station.kubeconfig("eks").service().failure();

    assertThat(e)
        .hasMessage(
            "The credential plugin 'aws' failed with exit code 255:"
                + " The SSO session has expired. cached *** for ***, password=*** ***");
  }

  @Test
  void boundsWhatItTellsOfReason() throws IOException {
    new FakePlugin(folder, "aws")
        .installScript(
            "i=0; while [ $i -lt 2000 ]; do echo 'no luck' >&2; i=$((i+1)); done; exit 3");

    AppException e = station.kubeconfig("eks").service().failure();

    assertThat(e).hasMessageContaining("exit code 3: no luck no luck");
    assertThat(e.getMessage()).hasSizeLessThan(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret garbage", "", "[]", "{\"token\": \"secret\"}"})
  void saysThatAnswerIsNone(String output) throws IOException {
    new FakePlugin(folder, "aws").install().answer(output);

    AppException e = station.kubeconfig("eks").service().failure();

    assertThat(e).hasMessage("The credential plugin 'aws' did not answer with an ExecCredential.");
    assertThat(e).hasStackTraceContaining("aws").hasStackTraceContaining("ExecCredential");
    assertThat(stackTrace(e)).doesNotContain("secret");
  }

  @Test
  void saysThatAnswerHasAnotherVersion() throws IOException {
    FakePlugin plugin = new FakePlugin(folder, "aws").install();
    plugin.answerToken("client.authentication.k8s.io/v1", "t", station.clock.instant());

    assertThat(station.kubeconfig("eks").service().failure())
        .hasMessageContaining("answered in version 'client.authentication.k8s.io/v1'")
        .hasMessageContaining("asks for 'client.authentication.k8s.io/v1beta1'");
  }

  @Test
  void saysThatAnswerHasNoCredential() throws IOException {
    new FakePlugin(folder, "aws")
        .install()
        .answer("{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + V1BETA1 + "\",\"status\":{}}");

    assertThat(station.kubeconfig("eks").service().failure())
        .hasMessageContaining("neither a token nor a client certificate");
  }

  @Test
  void endsPluginThatHangs() throws IOException {
    FakePlugin plugin = new FakePlugin(folder, "kubelogin").installScript("sleep 60");
    Workstation.Service service =
        station.setting("credential-timeout", "500ms").kubeconfig("aks").service();

    AppException e = service.failure();

    assertThat(e.code()).isEqualTo(ErrorCode.CLUSTER_UNAVAILABLE);
    assertThat(e)
        .hasMessageContaining("'kubelogin' did not answer within")
        .hasMessageContaining("kubelogin convert-kubeconfig -l azurecli");
    assertThat(plugin.runs()).isEqualTo(1);
  }

  @Test
  void doesNotKeepCallersLongerThanTheyCanWait() throws IOException {
    FakePlugin plugin = new FakePlugin(folder, "aws");
    Path go = folder.resolve("go");
    plugin.installScript(
        "while [ ! -e '%s' ]; do sleep 0.1; done; cat '%s'"
            .formatted(go, folder.resolve("answer")));
    plugin.answerToken(V1BETA1, "token-1", station.clock.instant().plusSeconds(900));
    Workstation.Service service = station.kubeconfig("eks").service();

    AppException e =
        catchThrowableOfType(AppException.class, () -> service.version(Duration.ofMillis(300)));
    Files.createFile(go);

    assertThat(e).hasMessageContaining("Still waiting for the credential plugin 'aws'");
    await().untilAsserted(() -> assertThat(service.version()).isEqualTo("v1.30.0"));
    assertThat(plugin.runs()).isEqualTo(1);
  }

  @Test
  void doesNotRunPluginThatNeedsTerminal() throws IOException {
    FakePlugin plugin = new FakePlugin(folder, "kubelogin").install();
    station.kubeconfig("oidc-login");
    Path file = folder.resolve("kubeconfig");
    Files.writeString(file, Files.readString(file).replace("IfAvailable", "Always"));

    assertThat(station.service().failure()).hasMessageContaining("needs a terminal");
    assertThat(plugin.runs()).isZero();
  }

  @Test
  void saysThatPluginCannotBeStarted() throws IOException {
    Path plugin = Files.writeString(folder.resolve("aws"), "#!/nowhere/python\n");
    assertThat(plugin.toFile().setExecutable(true)).isTrue();

    assertThat(station.kubeconfig("eks").service().failure())
        .hasMessageContaining("'aws' can't be started")
        .hasMessageContaining("Install the AWS CLI");
  }

  private static String stackTrace(Throwable e) {
    var text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
