// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

/**
 * The error catalogue. Each entry has exactly one rendering per transport: an HTTP status (RFC
 * 9110) and the name of a gRPC status code (google.rpc.Code).
 */
public enum ErrorCode {
  /** A field of the request is malformed; the violations name field, value and rule. */
  INVALID_ARGUMENT(400, "INVALID_ARGUMENT", "Invalid request"),
  /** The caller's own credentials are missing or not valid; never those of this service. */
  UNAUTHENTICATED(401, "UNAUTHENTICATED", "Not authenticated"),
  /** The caller is not permitted to perform this action. */
  PERMISSION_DENIED(403, "PERMISSION_DENIED", "Permission denied"),
  /** The app, or its namespace, does not exist. */
  NOT_FOUND(404, "NOT_FOUND", "Not found"),
  /** A create-only write found an existing app. */
  ALREADY_EXISTS(409, "ALREADY_EXISTS", "Already exists"),
  /** Another field manager owns a field that the write would change; the conflicts name both. */
  FIELD_CONFLICT(409, "ABORTED", "Field owned by another manager"),
  /** The app changed since the etag was read. */
  ETAG_MISMATCH(412, "ABORTED", "Stale etag"),
  /** The request is well formed, but the app's current state does not allow it. */
  FAILED_PRECONDITION(409, "FAILED_PRECONDITION", "Precondition not met"),
  /** The body, the address or the headers of the request exceed the limit. */
  REQUEST_TOO_LARGE(413, "RESOURCE_EXHAUSTED", "Request too large"),
  /** REST only: the address does not support the method. */
  METHOD_NOT_ALLOWED(405, "UNIMPLEMENTED", "Method not allowed"),
  /** REST only: the client accepts none of the media types that the response can have. */
  NOT_ACCEPTABLE(406, "INVALID_ARGUMENT", "Not acceptable"),
  /**
   * The media type, charset or encoding of the body, or the encoding of a message, is not
   * supported.
   */
  UNSUPPORTED_MEDIA_TYPE(415, "UNIMPLEMENTED", "Unsupported media type"),
  /** Too many requests; retryAfter says how long to wait. */
  RATE_LIMITED(429, "RESOURCE_EXHAUSTED", "Too many requests"),
  /**
   * The API server can't be reached, rejects this service's own credentials, or has not been read
   * yet.
   */
  CLUSTER_UNAVAILABLE(503, "UNAVAILABLE", "Cluster unavailable"),
  /** The cluster did not respond in time; a write may or may not have been done. */
  DEADLINE_EXCEEDED(504, "DEADLINE_EXCEEDED", "Deadline exceeded"),
  /** Anything else; the details are in the log only. */
  INTERNAL(500, "INTERNAL", "Internal error");

  private final int httpStatus;
  private final String grpcCode;
  private final String title;

  ErrorCode(int httpStatus, String grpcCode, String title) {
    this.httpStatus = httpStatus;
    this.grpcCode = grpcCode;
    this.title = title;
  }

  /** The HTTP status code of this error. */
  public int httpStatus() {
    return httpStatus;
  }

  /** The name of the gRPC status code of this error. */
  public String grpcCode() {
    return grpcCode;
  }

  /** A short summary that is the same for every occurrence of this error. */
  public String title() {
    return title;
  }
}
