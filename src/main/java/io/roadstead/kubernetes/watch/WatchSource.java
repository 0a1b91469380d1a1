// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.watch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.dsl.AnyNamespaceOperation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lists and watches one kind of objects in all namespaces.
 *
 * @param client the client
 * @param operation the kind
 * @param fieldSelector selects its objects; null for all
 */
record WatchSource<T extends HasMetadata, L extends KubernetesResourceList<T>>(
    KubernetesClient client,
    Function<KubernetesClient, AnyNamespaceOperation<T, L, ?>> operation,
    @Nullable String fieldSelector) {

  /** A page of the current objects, not of a cache of the API server. */
  L list(long limit, @Nullable String continuation) {
    var options = new ListOptions();
    options.setLimit(limit);
    options.setContinue(continuation);
    options.setFieldSelector(fieldSelector);
    return within(k -> operation.apply(k).list(options));
  }

  /** Watches changes after a version; blocks until the API server has accepted the watch. */
  Watch watch(String version, long seconds, Watcher<T> watcher) {
    var options = new ListOptions();
    options.setResourceVersion(version);
    options.setAllowWatchBookmarks(true);
    options.setTimeoutSeconds(seconds);
    options.setFieldSelector(fieldSelector);
    return within(k -> operation.apply(k).watch(options, watcher));
  }

  /** The client must neither retry calls nor renew watches on its own: we do both explicitly. */
  private <R> R within(Function<KubernetesClient, R> work) {
    RequestConfig config =
        new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
            .withRequestRetryBackoffLimit(0)
            .withWatchReconnectLimit(0)
            .build();
    return client
        .adapt(NamespacedKubernetesClient.class)
        .withRequestConfig(config)
        .call(work::apply);
  }
}
