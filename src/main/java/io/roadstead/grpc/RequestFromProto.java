// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.roadstead.app.AppQuery;
import io.roadstead.app.Etags;
import io.roadstead.app.PageRequest;
import io.roadstead.v1.DeployAppRequest;
import io.roadstead.v1.ListAppsRequest;
import io.roadstead.v1.ListPodsRequest;
import io.roadstead.v1.WriteOptions;
import io.roadstead.wire.ProtoFields;

/** Reads the options of a request. */
final class RequestFromProto {
  private RequestFromProto() {}

  static io.roadstead.app.WriteOptions options(WriteOptions options) {
    return options(options, false, false);
  }

  static io.roadstead.app.WriteOptions options(DeployAppRequest request) {
    return options(request.getOptions(), request.getCreateOnly(), request.getAdopt());
  }

  private static io.roadstead.app.WriteOptions options(
      WriteOptions options, boolean createOnly, boolean adopt) {
    if (options.getValidateOnly()) {
      CallContext.markValidateOnly();
    }
    return new io.roadstead.app.WriteOptions(
        Etags.checked("options.etag", ProtoFields.optional(options.getEtag())),
        createOnly,
        options.getValidateOnly(),
        options.getForce(),
        adopt);
  }

  static AppQuery query(ListAppsRequest request) {
    return AppQuery.of(
        NameFromProto.namespace("parent", request.getParent()),
        request.getFilter(),
        PageRequest.of(request.getPageSize(), request.getPageToken()));
  }

  static PageRequest page(ListPodsRequest request) {
    return PageRequest.of(request.getPageSize(), request.getPageToken());
  }
}
