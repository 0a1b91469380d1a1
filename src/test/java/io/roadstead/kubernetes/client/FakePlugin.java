// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

/**
 * A credential plugin: a shell script that answers with a file and keeps what it was told. Needs
 * {@code /bin/sh} with {@code cat}, as every POSIX system has it.
 *
 * @param folder for all of its files
 */
record FakePlugin(Path folder, String name) {

  /** Puts it where it is looked for. */
  FakePlugin install() throws IOException {
    return installScript("cat '" + folder.resolve("answer") + "'");
  }

  /** Puts another program there, which keeps what it was told too. */
  FakePlugin installScript(String end) throws IOException {
    String script =
        """
        #!/bin/sh
        PATH=/usr/bin:/bin
        echo run >> '%1$s/runs'
        printf '%%s\\n' "$@" > '%1$s/args'
        printf '%%s' "$KUBERNETES_EXEC_INFO" > '%1$s/info'
        printf '%%s' "$AWS_PROFILE" > '%1$s/profile'
        %2$s
        """
            .formatted(folder, end);
    Path file = folder.resolve(name);
    Files.writeString(file, script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return this;
  }

  void answerToken(String apiVersion, String token, Instant expiry) throws IOException {
    answer(
        """
        {"kind": "ExecCredential", "apiVersion": "%s", "spec": {"interactive": false},
         "status": {"expirationTimestamp": "%s", "token": "%s"}}
        """
            .formatted(apiVersion, expiry, token));
  }

  void answerCertificate(String apiVersion, Identity identity, Instant expiry) throws IOException {
    answer(
        """
        {"kind": "ExecCredential", "apiVersion": "%s", "spec": {},
         "status": {"expirationTimestamp": "%s",
                    "clientCertificateData": "%s", "clientKeyData": "%s"}}
        """
            .formatted(
                apiVersion,
                expiry,
                identity.certificatePem().replace("\n", "\\n"),
                identity.keyPem().replace("\n", "\\n")));
  }

  void answer(String output) throws IOException {
    Files.writeString(folder.resolve("answer"), output);
  }

  int runs() throws IOException {
    Path file = folder.resolve("runs");
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }

  List<String> args() throws IOException {
    return Files.readAllLines(folder.resolve("args"));
  }

  String info() throws IOException {
    return Files.readString(folder.resolve("info"));
  }

  String profile() throws IOException {
    return Files.readString(folder.resolve("profile"));
  }
}
