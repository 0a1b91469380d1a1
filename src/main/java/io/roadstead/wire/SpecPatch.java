// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roadstead.app.AppException;
import io.roadstead.app.AppSpec;
import io.roadstead.app.Messages;
import io.roadstead.app.SpecChange;
import io.roadstead.v1.UpdateAppRequest;
import java.util.List;

/**
 * A partial change of a spec, the same for both transports.
 *
 * @param patch the change, in the JSON of the contract; see {@link MergePatch}
 */
public record SpecPatch(ObjectNode patch) implements SpecChange {
  /** The media type of a partial change over REST (RFC 7396). */
  public static final String MEDIA_TYPE = "application/merge-patch+json";

  private static final String EXPOSURE = "exposure";
  private static final List<String> SCALE = List.of("replicas", "autoscaling");

  /** The change that a request sends. */
  public static SpecChange fromProto(UpdateAppRequest request) {
    List<String> paths = request.getUpdateMask().getPathsList();
    if (!request.hasSpec() && paths.isEmpty()) {
      throw AppException.invalid("spec", null, Messages.missing(BodyMessages.CHANGES));
    }
    if (paths.equals(List.of(UpdateMask.ALL))) {
      return new Replacement(SpecFromProto.fromProto(request.getSpec()));
    }
    return new SpecPatch(
        MaskedMessage.toPatch(
            FieldLimits.dynamic(request.getSpec()),
            UpdateMask.of(request.getUpdateMask(), io.roadstead.v1.AppSpec.getDescriptor())));
  }

  static SpecPatch read(JsonNode json) {
    if (json instanceof ObjectNode object) {
      return new SpecPatch(object);
    }
    throw MessageReader.notAnObject(json);
  }

  @Override
  public Result applyTo(AppSpec found) {
    ObjectNode merged =
        MergePatch.merge(
            io.roadstead.v1.AppSpec.getDescriptor(),
            MessageJson.tree(SpecToProto.toProto(found)),
            patch);
    if (keepsScale()) {
      merged.remove(SCALE);
    } else {
      requireScale(found, merged);
    }
    if (!patch.has(EXPOSURE)) {
      merged.remove(EXPOSURE);
    }
    AppSpec changed = SpecFromProto.fromProto(Bodies.spec(merged));
    return new Result(changed, patch.path(EXPOSURE).isNull() && found.exposure() != null);
  }

  @Override
  public boolean keepsScale() {
    return SCALE.stream().noneMatch(patch::has);
  }

  /** Without a scale, a deploy would leave what the change removes. */
  private static void requireScale(AppSpec found, ObjectNode merged) {
    if (found.scale() != null && SCALE.stream().noneMatch(merged::hasNonNull)) {
      throw AppException.invalid(SCALE.get(0), null, Messages.missing(Messages.SCALE));
    }
  }

  /** A complete new spec, as in a deploy. */
  private record Replacement(AppSpec spec) implements SpecChange {
    @Override
    public Result applyTo(AppSpec found) {
      return new Result(spec, false);
    }

    @Override
    public boolean keepsScale() {
      return spec.scale() == null;
    }
  }
}
