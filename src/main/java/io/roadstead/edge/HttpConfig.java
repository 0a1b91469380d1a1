// SPDX-License-Identifier: Apache-2.0
package io.roadstead.edge;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Which requests are accepted, as long as callers are not authenticated. */
@ConfigMapping(prefix = "roadstead.http")
interface HttpConfig {
  /**
   * Names and addresses under which clients may ask for this service besides {@code localhost},
   * {@code 127.0.0.1} and {@code [::1]}, separated by commas: {@code roadstead.example.com}. With a
   * port ({@code roadstead.example.com:8443}) for that port only. Requests for any other name are
   * refused, which keeps web pages out that reach this service by DNS rebinding.
   */
  Optional<List<String>> allowedHosts();
}
