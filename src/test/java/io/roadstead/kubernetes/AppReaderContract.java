// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.roadstead.app.App;
import io.roadstead.app.AppException;
import io.roadstead.app.AppName;
import io.roadstead.app.AppQuery;
import io.roadstead.app.AppState;
import io.roadstead.app.PageRequest;
import io.roadstead.app.Pod;
import io.roadstead.app.Scale;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What reading apps means, on whichever API server. Images do what their names say. */
abstract class AppReaderContract extends AppReaderFixture {
  @Test
  void readsAnAppMadeByKubectl() {
    deploy("kubia", "luksa/kubia:1.0", 2);

    App app = awaitState("kubia", AppState.READY);

    assertThat(app.managed()).isFalse();
    assertThat(app.etag()).startsWith("\"").endsWith("\"");
    assertThat(app.spec().scale()).isEqualTo(new Scale.Fixed(2));
    assertThat(app.spec().containers())
        .extracting(c -> c.image())
        .containsExactly("luksa/kubia:1.0");
    assertThat(app.status().reasons()).isEmpty();
    assertThat(app.status().pods())
        .hasSize(2)
        .allSatisfy(
            pod -> {
              assertThat(pod.ready()).isTrue();
              assertThat(pod.ip()).isNotBlank();
              assertThat(pod.node()).isNotBlank();
              assertThat(pod.revision()).isEqualTo(1);
            });
  }

  @Test
  void keepsTheEtagWhileOnlyTheStatusChanges() {
    Deployment written = deploy("kubia", "luksa/kubia:1.0", 1);
    awaitSeen(written);
    String atFirst = find("kubia").etag();

    App ready = awaitState("kubia", AppState.READY);
    assertThat(ready.etag()).isEqualTo(atFirst);

    awaitSeen(deploy("kubia", "luksa/kubia:1.0", 2));
    assertThat(find("kubia").etag()).isNotEqualTo(atFirst);
  }

  @Test
  void reportsStoppedWhenScaledToZero() {
    deploy("kubia", "luksa/kubia:1.0", 1);
    awaitState("kubia", AppState.READY);

    deploy("kubia", "luksa/kubia:1.0", 0);

    assertThat(awaitState("kubia", AppState.STOPPED).status().pods()).isEmpty();
  }

  @Test
  void pagesThroughAppsInTheOrderOfTheirNames() {
    List<String> names = List.of("app-a", "app-b", "app-c", "app-d", "app-e");
    names.forEach(name -> awaitSeen(deploy(name, "luksa/kubia:1.0", 0)));

    List<String> found = new ArrayList<>();
    String token = null;
    do {
      App.Page page = reader.list(query(null, new PageRequest(2, token)));
      page.apps().forEach(app -> found.add(app.name().app()));
      token = page.nextPageToken();
    } while (token != null);

    assertThat(found).isEqualTo(names);
  }

  @Test
  void filtersByLabelAndBindsTheTokenToTheFilter() {
    awaitSeen(deploy("app-a", "luksa/kubia:1.0", 0));
    awaitSeen(deploy("app-b", "luksa/kubia:1.0", 0));

    App.Page page = reader.list(query("app in (app-a, app-b)", new PageRequest(1, null)));

    assertThat(page.apps()).extracting(app -> app.name().app()).containsExactly("app-a");
    assertThat(reader.list(query("app=app-b", PageRequest.of(null, null))).apps()).hasSize(1);
    assertThatThrownBy(
            () -> reader.list(query("app=app-b", new PageRequest(1, page.nextPageToken()))))
        .isInstanceOf(AppException.class);
  }

  @Test
  void findsNothingInANamespaceThatDoesNotExist() {
    assertThat(reader.list(AppQuery.of("no-such-namespace", null, PageRequest.of(0, null))).apps())
        .isEmpty();
    assertThat(reader.find(new AppName("no-such-namespace", "kubia"))).isEmpty();
  }

  @Test
  void pagesThroughPods() {
    deploy("kubia", "luksa/kubia:1.0", 3);
    awaitState("kubia", AppState.READY);

    App.PodPage first = reader.pods(name("kubia"), new PageRequest(2, null));
    App.PodPage second = reader.pods(name("kubia"), new PageRequest(2, first.nextPageToken()));

    assertThat(first.pods()).hasSize(2);
    assertThat(second.pods()).hasSize(1);
    assertThat(second.nextPageToken()).isNull();
    assertThat(first.pods()).extracting(Pod::name).doesNotContain(second.pods().get(0).name());
  }

  private AppQuery query(String filter, PageRequest page) {
    return new AppQuery(namespace, filter, page);
  }
}
