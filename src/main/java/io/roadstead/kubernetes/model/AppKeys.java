// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import java.util.Set;

/** The labels and annotations that identify an app's objects. */
public final class AppKeys {
  public static final String NAME = "app.kubernetes.io/name";
  public static final String INSTANCE = "app.kubernetes.io/instance";
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  /** The value of {@link #MANAGED_BY}, and the name of Roadstead's field manager. */
  public static final String ROADSTEAD = "roadstead";

  /** Prefix of Roadstead's annotations. */
  public static final String PREFIX = "roadstead.io/";

  /**
   * On a Deployment that Roadstead did not create: its pod template gets none of Roadstead's
   * defaults.
   */
  public static final String ADOPTED = PREFIX + "adopted";

  /** On a Service: the exposure type, when it does not follow from the Service's own type. */
  public static final String EXPOSURE = PREFIX + "exposure";

  /** On a stopped Deployment: the previous number of replicas. */
  public static final String REPLICAS_BEFORE_STOP = PREFIX + "replicas-before-stop";

  /** On a stopped Deployment: the spec of the previous autoscaler, without what it scales. */
  public static final String AUTOSCALING_BEFORE_STOP = PREFIX + "autoscaling-before-stop";

  /** On a stopped Deployment: the name of the previous autoscaler, if it is not that of the app. */
  public static final String AUTOSCALER_BEFORE_STOP = PREFIX + "autoscaler-before-stop";

  /** Set by Kubernetes on a Deployment and its ReplicaSets: the number of the version. */
  public static final String REVISION = "deployment.kubernetes.io/revision";

  /** On a ConfigMap with files of an app: the volume that the files are for. */
  public static final String VOLUME = PREFIX + "volume";

  /** The labels that Roadstead sets on every object of an app that it created. */
  public static final Set<String> IDENTITY = Set.of(NAME, INSTANCE, MANAGED_BY);

  private AppKeys() {}
}
