// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest;

import io.roadstead.app.AppName;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The app that an address names.
 *
 * @param namespace the namespace as in the address
 * @param app the app as in the address
 */
public record AppPath(
    @Parameter(
            description = "The namespace, an RFC 1123 label.",
            example = "default",
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    maxLength = 63,
                    pattern = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"))
        @PathParam("namespace")
        String namespace,
    @Parameter(
            description = "The app's name, an RFC 1035 label.",
            example = "kubia",
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    maxLength = 63,
                    pattern = "^[a-z]([-a-z0-9]*[a-z0-9])?$"))
        @PathParam("app")
        String app) {

  AppName toName() {
    return new AppName(namespace, app);
  }
}
