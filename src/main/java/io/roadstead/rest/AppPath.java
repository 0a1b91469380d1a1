// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.AppName;
import jakarta.ws.rs.PathParam;

/**
 * The app named by an address.
 *
 * @param namespace the namespace from the address
 * @param app the app from the address
 */
public record AppPath(@PathParam("namespace") String namespace, @PathParam("app") String app) {

  AppName toName() {
    return new AppName(namespace, app);
  }
}
