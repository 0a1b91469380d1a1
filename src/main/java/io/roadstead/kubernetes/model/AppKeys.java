// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

/** The labels and annotations by which an app's objects are recognised. */
public final class AppKeys {
  public static final String NAME = "app.kubernetes.io/name";
  public static final String INSTANCE = "app.kubernetes.io/instance";
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  /** The value of {@link #MANAGED_BY}, and the name of our field manager. */
  public static final String ROADSTEAD = "roadstead";

  /** Prefix of our own annotations. */
  public static final String PREFIX = "roadstead.io/";

  /** On a Deployment that Roadstead did not make: its pod template gets no defaults of ours. */
  public static final String ADOPTED = PREFIX + "adopted";

  /** On a Service: the exposure type, where the Service's own type does not tell. */
  public static final String EXPOSURE = PREFIX + "exposure";

  /** On a Deployment at zero: the number of replicas it had. */
  public static final String REPLICAS_BEFORE_STOP = PREFIX + "replicas-before-stop";

  /** On a Deployment and its ReplicaSets, by Kubernetes: the number of the version. */
  public static final String REVISION = "deployment.kubernetes.io/revision";

  private AppKeys() {}
}
