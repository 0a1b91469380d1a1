// SPDX-License-Identifier: Apache-2.0
package io.roadstead.realapps;

import com.fasterxml.jackson.databind.JsonNode;

/** Roadstead over REST or gRPC; unlike other clients of the tests, it leaves nothing out. */
interface Transport extends AutoCloseable {

  /** Reads an app. */
  Reply get(String namespace, String app);

  /** Deploys a spec in the JSON of the contract. */
  Reply deploy(String namespace, String app, JsonNode spec, boolean adopt);

  @Override
  void close();

  /**
   * What came back.
   *
   * @param app the app in the JSON of the contract, when there is no error
   * @param error what went wrong with the fields it is about; empty otherwise
   */
  record Reply(JsonNode app, String error) {
    boolean ok() {
      return error.isEmpty();
    }

    JsonNode spec() {
      return app.path("spec");
    }
  }
}
