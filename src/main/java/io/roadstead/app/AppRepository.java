// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.Optional;

/**
 * Access to the apps of a cluster. Every method blocks until its deadline at most, and may throw
 * {@link AppException} with PERMISSION_DENIED, RATE_LIMITED, CLUSTER_UNAVAILABLE, DEADLINE_EXCEEDED
 * or INTERNAL in addition to the codes listed for the method. A read after a write of the same
 * process sees the write.
 */
public interface AppRepository {

  /** The app, managed or not; empty when there is no such app. */
  Optional<App> find(Caller caller, AppName name);

  /** A page of apps. INVALID_ARGUMENT for a malformed filter or page token. */
  App.Page list(Caller caller, AppQuery query);

  /** A page of an app's pods. NOT_FOUND, or INVALID_ARGUMENT for a malformed page token. */
  App.PodPage pods(Caller caller, AppName name, PageRequest page);

  /** The objects of an app and how they are related. NOT_FOUND. */
  LogicalView logicalView(Caller caller, AppName name);

  /** Where an app runs, from the entry point to its containers. NOT_FOUND. */
  PhysicalView physicalView(Caller caller, AppName name);

  /**
   * The objects of an app as YAML that {@code kubectl apply} accepts, as the API server stores them
   * now. Includes env values, and no Secrets. NOT_FOUND.
   */
  String manifests(Caller caller, AppName name);

  /**
   * Creates or changes an app. Idempotent: the same spec again writes nothing. NOT_FOUND for a
   * missing namespace, ALREADY_EXISTS, ETAG_MISMATCH, FIELD_CONFLICT, FAILED_PRECONDITION when
   * another manager owns the app, INVALID_ARGUMENT when the API server refuses a field. When it
   * fails partway, the error details contain the result per object, and repeating the call
   * converges.
   */
  WriteResult deploy(Caller caller, AppName name, AppSpec spec, WriteOptions options);

  /**
   * Changes parts of an app that exists. Idempotent. The change is applied to the spec that the API
   * server has, and again when another client wrote in between. Same errors as {@link #deploy}.
   */
  WriteResult update(Caller caller, AppName name, SpecChange change, WriteOptions options);

  /**
   * Exposes an app; without ports, on the ports that its containers declare. Idempotent. Same
   * errors as {@link #deploy}, and FAILED_PRECONDITION when there is no port.
   */
  WriteResult expose(Caller caller, AppName name, Exposure exposure, WriteOptions options);

  /** Removes an app's exposure. Idempotent: does nothing when the app is not exposed. */
  WriteResult unexpose(Caller caller, AppName name, WriteOptions options);

  /**
   * Sets an app's number of pods or its autoscaling. Idempotent. Same errors as {@link #deploy}.
   */
  WriteResult scale(Caller caller, AppName name, Scale scale, WriteOptions options);

  /**
   * Scales an app to zero, and remembers its number of pods or its autoscaling. Idempotent. Same
   * errors as {@link #deploy}.
   */
  WriteResult stop(Caller caller, AppName name, WriteOptions options);

  /**
   * Brings back what a stopped app remembers; one pod if that is nothing. Idempotent: does nothing
   * when the app is not stopped. Same errors as {@link #deploy}.
   */
  WriteResult start(Caller caller, AppName name, WriteOptions options);

  /**
   * Lets go of an app: it keeps running as it is, and is not managed any longer. NOT_FOUND,
   * ETAG_MISMATCH, and FAILED_PRECONDITION when it is not managed. When it fails partway, repeating
   * the call completes it.
   */
  ReleaseResult release(Caller caller, AppName name, WriteOptions options);

  /**
   * Deletes an app.
   *
   * @param foreground whether to wait, up to the deadline, until all objects are gone
   */
  DeleteResult delete(Caller caller, AppName name, boolean foreground, WriteOptions options);
}
