// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import io.roadstead.cluster.Freshness;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An app as observed in the cluster.
 *
 * @param name the app
 * @param uid unique ID assigned by the cluster; changes when the app is deleted and deployed again
 * @param managed whether Roadstead owns it; other apps can be read, and adopted by a deploy with
 *     {@code adopt}
 * @param spec the desired state, as read from the cluster; includes literal env values
 * @param status the report, without pods in a list
 * @param etag changes with the desired state, not with the status
 * @param createTime when it was created
 * @param notShown paths of what the spec can't express; writes leave it as it is
 */
public record App(
    AppName name,
    String uid,
    boolean managed,
    AppSpec spec,
    AppStatus status,
    String etag,
    Instant createTime,
    List<String> notShown) {
  public App {
    notShown = List.copyOf(notShown);
  }

  /**
   * A page of apps, ordered by namespace and name.
   *
   * @param apps the apps
   * @param nextPageToken for the next page; null on the last one
   * @param freshness how old the page is
   */
  public record Page(List<App> apps, @Nullable String nextPageToken, Freshness freshness) {
    public Page {
      apps = List.copyOf(apps);
    }
  }

  /**
   * A page of an app's pods, ordered by name.
   *
   * @param pods the pods
   * @param nextPageToken for the next page; null on the last one
   * @param freshness how old the page is
   */
  public record PodPage(List<Pod> pods, @Nullable String nextPageToken, Freshness freshness) {
    public PodPage {
      pods = List.copyOf(pods);
    }
  }
}
