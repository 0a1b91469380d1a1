// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.problem;

import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.app.ErrorDetails;
import io.roadstead.app.FieldConflict;
import io.roadstead.app.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An error as RFC 9457 problem details. */
@Schema(
    name = "Problem",
    description = "An error (RFC 9457). `type` and `title` depend only on the reason.")
public record Problem(
    @Schema(
            description = "Where the reason is explained, relative to the address of the service.",
            required = true)
        String type,
    @Schema(description = "A summary that depends only on the reason.", required = true)
        String title,
    @Schema(description = "The HTTP status code.", required = true) int status,
    @Schema(description = "What is wrong here, and what to do.", required = true) String detail,
    @Schema(description = "The path of the request.", required = true) String instance,
    @Schema(description = "The code; later versions may add codes.", required = true)
        ErrorCode reason,
    @Schema(description = "Broken rules of the request, for INVALID_ARGUMENT.", required = true)
        List<ViolationBody> violations,
    @Schema(description = "Who owns which field, for FIELD_CONFLICT.", required = true)
        List<FieldConflictBody> conflicts,
    @Schema(
            description = "Result per Kubernetes object, when a write stopped half way.",
            required = true)
        List<ObjectResultBody> objects,
    @Schema(
            description = "Seconds to wait before trying again; null when that is not known.",
            required = true,
            nullable = true)
        @Nullable Long retryAfter) {

  static Problem of(AppException error, String path) {
    ErrorCode code = error.code();
    ErrorDetails details = error.details();
    return new Problem(
        type(code),
        code.title(),
        code.httpStatus(),
        String.valueOf(error.getMessage()),
        path,
        code,
        details.violations().stream().map(ViolationBody::of).toList(),
        details.conflicts().stream().map(FieldConflictBody::of).toList(),
        ObjectResultBody.of(details.objects()),
        seconds(details.retryAfter()));
  }

  static Problem ofHttp(ErrorCode code, int status, String detail, String path) {
    return new Problem(
        type(code),
        code.title(),
        status,
        detail,
        path,
        code,
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  private static String type(ErrorCode code) {
    return "/errors#" + code.name().toLowerCase(Locale.ROOT);
  }

  /** Rounded up: a retry that is too early is refused again. */
  private static @Nullable Long seconds(@Nullable Duration wait) {
    return wait == null ? null : wait.plusMillis(999).toSeconds();
  }

  /** A {@link Violation} as JSON. */
  @Schema(name = "Violation", description = "One broken rule of a request.")
  public record ViolationBody(
      @Schema(
              description = "Path of the field, e.g. `containers[0].image`; `$` is the whole body.",
              required = true)
          String field,
      @Schema(
              description =
                  "The value as sent; null when none was sent, or when it is a structure or may be a"
                      + " secret.",
              required = true,
              nullable = true)
          @Nullable String value,
      @Schema(
              description = "What is wrong with the value, and what to send instead.",
              required = true)
          String rule) {
    static ViolationBody of(Violation violation) {
      return new ViolationBody(
          violation.field(), violation.value().text(), violation.rule(Enum::name));
    }
  }

  /** A {@link FieldConflict} as JSON. */
  @Schema(
      name = "FieldConflict",
      description = "A field that could not be changed because another manager owns it.")
  public record FieldConflictBody(
      @Schema(description = "Kind and name, e.g. `Deployment/kubia`.", required = true)
          String object,
      @Schema(description = "The field's path, e.g. `.spec.replicas`.", required = true)
          String field,
      @Schema(description = "The field manager that owns it.", required = true) String owner) {
    static FieldConflictBody of(FieldConflict conflict) {
      return new FieldConflictBody(conflict.object(), conflict.field(), conflict.owner());
    }
  }
}
