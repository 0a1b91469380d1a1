// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

/**
 * A field that a server-side apply could not change because another manager owns it.
 *
 * @param object the Kubernetes object, e.g. {@code Deployment/kubia}
 * @param field the field's path in the object, e.g. {@code .spec.replicas}
 * @param owner the field manager that owns it, e.g. {@code kubectl}
 */
public record FieldConflict(String object, String field, String owner) {}
