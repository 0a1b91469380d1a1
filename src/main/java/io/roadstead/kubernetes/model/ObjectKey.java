// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.roadstead.app.AppName;

/**
 * The key of an object within its kind.
 *
 * @param namespace its namespace; empty for cluster-scoped objects
 * @param name its name
 */
public record ObjectKey(String namespace, String name) implements Comparable<ObjectKey> {

  /** The key of the Deployment, the Service and the autoscaler of an app. */
  public static ObjectKey of(AppName app) {
    return new ObjectKey(app.namespace(), app.app());
  }

  @Override
  public int compareTo(ObjectKey other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }
}
