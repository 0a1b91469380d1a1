// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import static java.util.Objects.requireNonNull;

import io.roadstead.app.App;
import io.roadstead.app.DeleteResult;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.ReleaseResult;
import io.roadstead.app.Warning;
import io.roadstead.app.WriteResult;
import io.roadstead.v1.AppStatus;
import io.roadstead.v1.DeleteAppResponse;
import io.roadstead.v1.GetAppExposureResponse;
import io.roadstead.v1.GetAppScaleResponse;
import io.roadstead.v1.ListAppsResponse;
import io.roadstead.v1.Outcome;
import io.roadstead.v1.ReleaseAppResponse;
import io.roadstead.v1.WarningCode;
import java.util.List;

/** Maps apps and the results of writes to messages. */
public final class AppToProto {
  private AppToProto() {}

  public static io.roadstead.v1.App toProto(App app) {
    return io.roadstead.v1.App.newBuilder()
        .setName(app.name().toString())
        .setUid(app.uid())
        .setManaged(app.managed())
        .setSpec(SpecToProto.toProto(app.spec()))
        .setStatus(StatusToProto.toProto(app.status()))
        .setEtag(app.etag())
        .setCreateTime(Fields.time(app.createTime()))
        .addAllNotShown(app.notShown())
        .build();
  }

  /** The exposure of an app; without fields when it is not exposed. */
  public static GetAppExposureResponse exposure(App app) {
    return GetAppExposureResponse.newBuilder()
        .setExposure(SpecToProto.toProto(requireNonNull(app.spec().exposure())))
        .setEtag(app.etag())
        .build();
  }

  /** The scale of an app. */
  public static GetAppScaleResponse scale(App app) {
    return GetAppScaleResponse.newBuilder()
        .setScale(SpecToProto.toProto(app.spec().scale()))
        .setEtag(app.etag())
        .build();
  }

  public static io.roadstead.v1.App toProto(WriteResult result) {
    return toProto(result.app()).toBuilder()
        .addAllObjects(toProto(result.objects()))
        .addAllWarnings(warnings(result.warnings()))
        .build();
  }

  /** The status after a write. */
  public static AppStatus status(WriteResult result) {
    return StatusToProto.toProto(result.app().status()).toBuilder()
        .addAllWarnings(warnings(result.warnings()))
        .build();
  }

  private static List<io.roadstead.v1.Warning> warnings(List<Warning> warnings) {
    return warnings.stream().map(AppToProto::toProto).toList();
  }

  private static io.roadstead.v1.Warning toProto(Warning warning) {
    var builder =
        io.roadstead.v1.Warning.newBuilder()
            .setCode(WarningCode.valueOf("WARNING_CODE_" + warning.code().name()))
            .setMessage(warning.message());
    Fields.set(warning.field(), builder::setField);
    return builder.build();
  }

  public static ListAppsResponse toProto(App.Page page) {
    var builder = ListAppsResponse.newBuilder();
    page.apps().forEach(app -> builder.addApps(toProto(app)));
    Fields.set(page.nextPageToken(), builder::setNextPageToken);
    builder.setAsOf(Fields.time(page.freshness().asOf())).setStale(page.freshness().stale());
    return builder.build();
  }

  public static DeleteAppResponse toProto(DeleteResult result) {
    return DeleteAppResponse.newBuilder()
        .setName(result.name().toString())
        .setComplete(result.complete())
        .addAllObjects(toProto(result.objects()))
        .addAllWarnings(warnings(result.warnings()))
        .build();
  }

  public static ReleaseAppResponse toProto(ReleaseResult result) {
    return ReleaseAppResponse.newBuilder()
        .setName(result.name().toString())
        .addAllObjects(toProto(result.objects()))
        .addAllWarnings(warnings(result.warnings()))
        .build();
  }

  private static List<io.roadstead.v1.ObjectResult> toProto(List<ObjectResult> results) {
    return results.stream().map(AppToProto::toProto).toList();
  }

  private static io.roadstead.v1.ObjectResult toProto(ObjectResult result) {
    var builder =
        io.roadstead.v1.ObjectResult.newBuilder()
            .setObject(result.object())
            .setOutcome(Outcome.valueOf("OUTCOME_" + result.outcome().name()));
    Fields.set(result.message(), builder::setMessage);
    return builder.build();
  }
}
