// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.roadstead.app.AppException;
import io.roadstead.app.LogicalView;
import io.roadstead.app.PhysicalView;
import io.roadstead.drawing.Drawings;
import io.roadstead.v1.GetLogicalViewResponse;
import io.roadstead.v1.GetPhysicalViewResponse;
import io.roadstead.v1.ViewFormat;
import io.roadstead.wire.LogicalViewToProto;
import io.roadstead.wire.PhysicalViewToProto;

/** Returns views in the requested format. */
final class ViewToProto {
  private static final String UNKNOWN_FORMAT =
      "is not a known value; send one of VIEW_FORMAT_FIELDS, VIEW_FORMAT_SVG, VIEW_FORMAT_MERMAID";

  private ViewToProto() {}

  /** Refuses unknown formats, before the view is read. */
  static ViewFormat known(ViewFormat format, int number) {
    if (format == ViewFormat.UNRECOGNIZED) {
      throw AppException.invalid("format", number, UNKNOWN_FORMAT);
    }
    return format;
  }

  static GetLogicalViewResponse toProto(LogicalView view, ViewFormat format) {
    var builder = GetLogicalViewResponse.newBuilder();
    switch (format) {
      case VIEW_FORMAT_SVG -> builder.setSvg(Drawings.svg(view));
      case VIEW_FORMAT_MERMAID -> builder.setMermaid(Drawings.mermaid(view));
      case VIEW_FORMAT_UNSPECIFIED, VIEW_FORMAT_FIELDS, UNRECOGNIZED ->
          builder.setFields(LogicalViewToProto.toProto(view));
    }
    return builder.build();
  }

  static GetPhysicalViewResponse toProto(PhysicalView view, ViewFormat format) {
    var builder = GetPhysicalViewResponse.newBuilder();
    switch (format) {
      case VIEW_FORMAT_SVG -> builder.setSvg(Drawings.svg(view));
      case VIEW_FORMAT_MERMAID -> builder.setMermaid(Drawings.mermaid(view));
      case VIEW_FORMAT_UNSPECIFIED, VIEW_FORMAT_FIELDS, UNRECOGNIZED ->
          builder.setFields(PhysicalViewToProto.toProto(view));
    }
    return builder.build();
  }
}
