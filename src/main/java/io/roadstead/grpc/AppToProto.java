// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.roadstead.app.App;
import io.roadstead.app.ObjectResult;
import io.roadstead.app.WriteResult;
import io.roadstead.v1.Outcome;
import java.util.List;

/** Answers an app. */
final class AppToProto {
  private AppToProto() {}

  static io.roadstead.v1.App toProto(App app) {
    return io.roadstead.v1.App.newBuilder()
        .setName(app.name().toString())
        .setUid(app.uid())
        .setManaged(app.managed())
        .setSpec(SpecToProto.toProto(app.spec()))
        .setStatus(StatusToProto.toProto(app.status()))
        .setEtag(app.etag())
        .setCreateTime(ProtoFields.time(app.createTime()))
        .build();
  }

  static io.roadstead.v1.App toProto(WriteResult result) {
    return toProto(result.app()).toBuilder().addAllObjects(toProto(result.objects())).build();
  }

  static List<io.roadstead.v1.ObjectResult> toProto(List<ObjectResult> results) {
    return results.stream().map(AppToProto::toProto).toList();
  }

  private static io.roadstead.v1.ObjectResult toProto(ObjectResult result) {
    var builder =
        io.roadstead.v1.ObjectResult.newBuilder()
            .setObject(result.object())
            .setOutcome(Outcome.valueOf("OUTCOME_" + result.outcome().name()));
    ProtoFields.set(result.message(), builder::setMessage);
    return builder.build();
  }
}
