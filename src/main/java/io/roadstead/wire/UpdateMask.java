// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.FieldMask;
import io.roadstead.app.AppException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The paths of a field mask as a tree (AIP-134, AIP-161).
 *
 * @param fields what is named below, by the names of the proto or the keys of a map; empty for all
 */
record UpdateMask(Map<String, UpdateMask> fields) {
  /** The whole message. */
  static final String ALL = "*";

  private static final String FIELD = "updateMask";

  private static UpdateMask none() {
    return new UpdateMask(new LinkedHashMap<>());
  }

  /** The tree; INVALID_ARGUMENT with the first path that names no field. */
  static UpdateMask of(FieldMask mask, Descriptor type) {
    UpdateMask tree = none();
    List<List<String>> paths = new ArrayList<>();
    for (String path : mask.getPathsList()) {
      List<String> segments = segments(path);
      requireKnown(path, segments, type);
      paths.add(segments);
    }
    paths.stream()
        .filter(path -> paths.stream().noneMatch(other -> isBelow(path, other)))
        .forEach(path -> tree.add(path));
    return tree;
  }

  boolean isWhole() {
    return fields.isEmpty();
  }

  private void add(List<String> path) {
    UpdateMask at = this;
    for (String segment : path) {
      at = at.fields.computeIfAbsent(segment, it -> none());
    }
  }

  private static boolean isBelow(List<String> path, List<String> other) {
    return other.size() < path.size() && path.subList(0, other.size()).equals(other);
  }

  private static void requireKnown(String path, List<String> segments, Descriptor type) {
    Descriptor at = type;
    for (int i = 0; i < segments.size(); i++) {
      FieldDescriptor field = at.findFieldByName(segments.get(i));
      int left = segments.size() - 1 - i;
      if (field == null) {
        throw AppException.invalid(FIELD, path, BodyMessages.unknownPath(segments.get(i)));
      }
      if (left == 0 || (field.isMapField() && left == 1)) {
        return;
      }
      boolean opens =
          field.getJavaType() == JavaType.MESSAGE
              && !field.isMapField()
              && (!field.isRepeated() || ListKeys.areMerged(field));
      if (!opens) {
        throw AppException.invalid(FIELD, path, BodyMessages.closedPath(segments.get(i)));
      }
      at = field.getMessageType();
    }
  }

  /** Separated by dots, except within backticks. */
  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    var segment = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '`') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        segments.add(segment.toString());
        segment.setLength(0);
      } else {
        segment.append(c);
      }
    }
    segments.add(segment.toString());
    return segments;
  }
}
