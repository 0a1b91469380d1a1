// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.AppName;
import jakarta.ws.rs.PathParam;

/**
 * The app that an address names.
 *
 * @param namespace the namespace as in the address
 * @param app the app as in the address
 */
public record AppPath(@PathParam("namespace") String namespace, @PathParam("app") String app) {

  AppName toName() {
    return new AppName(namespace, app);
  }
}
