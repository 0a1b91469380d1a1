// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * Roadstead loses nothing of an app that another tool made, whatever its shape. The apps are
 * generated; a failure names the seed of its smallest example.
 */
abstract class LosslessContract {
  private static final Logger LOG = Logger.getLogger(LosslessContract.class);

  @Inject KubernetesClient kubernetes;

  @TestHTTPResource("/")
  URI root;

  private ClusterApi cluster;
  private AppApi apps;
  private String test;

  /** How many apps each property is checked on. */
  abstract int cases();

  @BeforeEach
  void makeNamespace(TestInfo info) {
    test =
        getClass().getSimpleName().replaceAll("_.*", "")
            + "."
            + info.getTestMethod().get().getName();
    String namespace = "lossless-" + Long.toString(System.nanoTime() & 0xffffff, 36);
    cluster = new ClusterApi(kubernetes, namespace);
    cluster.createNamespace();
    apps = new AppApi(root, namespace);
  }

  @AfterEach
  void removeNamespace() {
    cluster.deleteNamespace();
  }

  @Test
  void changesNothingWhenAnAppIsWrittenAsItWasRead() {
    check(cases(), Keeping::check);
  }

  @Test
  void changesOnlyWhatAVerbNames() {
    check(cases() / 3, Naming::check);
  }

  private void check(int usual, Consumer<Trial> property) {
    Report report = new Campaign(apps, cluster).run(test, usual, property);
    LOG.info(report.summary());
    assertThat(report.findings()).withFailMessage(report::text).isEmpty();
  }
}
