// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A refusal with the {@code Status} body that the real API server would return. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final String reason;
  private final transient ObjectNode details;

  private ApiException(int code, String reason, String message, ObjectNode details) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.details = details;
  }

  /** A refusal without details. */
  public static ApiException of(int code, String reason, String message) {
    return new ApiException(code, reason, message, JsonNodeFactory.instance.objectNode());
  }

  /** 404: the object does not exist. */
  public static ApiException notFound(ResourceKind kind, String name) {
    return about(404, "NotFound", "%s \"%s\" not found", kind, name);
  }

  /** 409: the object already exists, and may be being deleted. */
  public static ApiException alreadyExists(ResourceKind kind, String name, boolean deleting) {
    String prefix = deleting ? "object is being deleted: " : "";
    return about(409, "AlreadyExists", prefix + "%s \"%s\" already exists", kind, name);
  }

  /** 409: the object differs from what the writer expects. */
  public static ApiException conflict(ResourceKind kind, String name, String why) {
    String format = "Operation cannot be fulfilled on %s \"%s\": " + why.replace("%", "%%");
    return about(409, "Conflict", format, kind, name);
  }

  /** 409: the object was changed since it was read. */
  public static ApiException modified(ResourceKind kind, String name) {
    return conflict(
        kind,
        name,
        "the object has been modified; please apply your changes to the latest version and try"
            + " again");
  }

  /** 403: not allowed, for the reason given. */
  public static ApiException forbidden(ResourceKind kind, String name, String why) {
    String format = "%s \"%s\" is forbidden: " + why.replace("%", "%%");
    return about(403, "Forbidden", format, kind, name);
  }

  /** 400: the request itself makes no sense. */
  public static ApiException badRequest(String message) {
    return of(400, "BadRequest", message);
  }

  /** 410: the requested version is no longer available. */
  public static ApiException expired(String message) {
    return of(410, "Expired", message);
  }

  /** 422: the object breaks rules, each named by field. */
  public static ApiException invalid(ResourceKind kind, String name, List<StatusCause> causes) {
    String lines = causes.stream().map(StatusCause::line).collect(Collectors.joining(", "));
    String listed = causes.size() == 1 ? lines : "[" + lines + "]";
    String message = kind.qualifiedKind() + " \"" + name + "\" is invalid: " + listed;
    ObjectNode details = details(name, kind.group(), kind.kind());
    return new ApiException(422, "Invalid", message, details).withCauses(causes);
  }

  /** 422: the options of a request, rather than its object, break rules. */
  public static ApiException invalidOptions(String optionsKind, StatusCause cause) {
    String message = optionsKind + ".meta.k8s.io \"\" is invalid: " + cause.line();
    ObjectNode details = details("", "meta.k8s.io", optionsKind);
    return new ApiException(422, "Invalid", message, details).withCauses(List.of(cause));
  }

  /** 409: an apply conflicts with fields that others own. */
  public static ApiException applyConflict(String message, List<StatusCause> causes) {
    return of(409, "Conflict", message).withCauses(causes);
  }

  private static ApiException about(
      int code, String reason, String format, ResourceKind kind, String name) {
    String message = String.format(format, kind.qualifiedResource(), name);
    return new ApiException(code, reason, message, details(name, kind.group(), kind.plural()));
  }

  private static ObjectNode details(String name, String group, String kind) {
    ObjectNode details = JsonNodeFactory.instance.objectNode();
    if (!name.isEmpty()) {
      details.put("name", name);
    }
    if (!group.isEmpty()) {
      details.put("group", group);
    }
    return details.put("kind", kind);
  }

  /** The same refusal with further causes in its details. */
  public ApiException withCauses(List<StatusCause> causes) {
    for (StatusCause cause : causes) {
      details
          .withArray("causes")
          .addObject()
          .put("reason", cause.reason())
          .put("message", cause.detail())
          .put("field", cause.field());
    }
    return this;
  }

  /** The HTTP status code. */
  public int code() {
    return code;
  }

  /** The machine-readable reason, for example {@code AlreadyExists}. */
  public String reason() {
    return reason;
  }

  /** The body of the response. */
  public ObjectNode toStatus() {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
    @Nullable String message = getMessage();
    status.put("status", "Failure").put("message", message);
    if (!reason.isEmpty()) {
      status.put("reason", reason);
    }
    if (!details.isEmpty()) {
      status.set("details", details.deepCopy());
    }
    return status.put("code", code);
  }
}
