// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.controller;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Pulls a container's image to the node, with the kubelet's events, errors and back-off. */
final class ImagePull {
  /** How long the error itself is shown before it becomes a back-off. */
  private static final Duration ERROR_SHOWN = Duration.ofSeconds(1);

  private final ContainerWorker container;
  private final PodWorker pod;
  private final String image;
  private final String policy;
  private final BackOff backOff = BackOff.ofPulls();

  ImagePull(ContainerWorker container, PodWorker pod, JsonNode spec) {
    this.container = container;
    this.pod = pod;
    this.image = spec.path("image").asText();
    this.policy = policy(spec);
  }

  private String policy(JsonNode spec) {
    String fallback = image.endsWith(":latest") || !image.contains(":") ? "Always" : "IfNotPresent";
    return spec.path("imagePullPolicy").asText(fallback);
  }

  void begin() {
    var reference = ImageReference.parse(image);
    if (reference.isEmpty()) {
      String why = "couldn't parse image name \"" + image + "\": invalid reference format";
      String message = "Failed to apply default image tag \"" + image + "\": " + why;
      pod.warning(container, "InspectFailed", message);
      pod.warning(container, "Failed", "Error: InvalidImageName");
      container.waitFor("InvalidImageName", message);
      return;
    }
    boolean present = pod.node().hasImage(reference.get().full());
    if (policy.equals("Never") && !present) {
      String message = "Container image \"" + image + "\" is not present with pull policy of Never";
      pod.warning(container, "ErrImageNeverPull", message);
      pod.warning(container, "Failed", "Error: ErrImageNeverPull");
      container.waitFor("ErrImageNeverPull", message);
      return;
    }
    if (present && !policy.equals("Always")) {
      pod.normal(
          container, "Pulled", "Container image \"" + image + "\" already present on machine");
      container.pulled();
      return;
    }
    pod.normal(container, "Pulling", "Pulling image \"" + image + "\"");
    ImageBehavior behavior = ImageBehavior.of(reference.get());
    Duration pull = pod.delays().pull().plus(present ? Duration.ZERO : behavior.pullsFor());
    pod.after(pull, () -> finish(reference.get(), behavior.pullFailure(), pull));
  }

  private void finish(ImageReference reference, @Nullable String failure, Duration pull) {
    if (failure != null) {
      fail(String.format(Locale.ROOT, failure, reference.full()));
      return;
    }
    pod.node().addImage(reference.full());
    // 1.012s rather than a round number, as the kubelet measures it
    String took = pull.plusMillis(12).toMillis() / 1000.0 + "s";
    String message =
        "Successfully pulled image \"%s\" in %s (%s including waiting). Image size: 25165824 bytes."
            .formatted(image, took, took);
    pod.normal(container, "Pulled", message);
    container.pulled();
  }

  private void fail(String error) {
    pod.warning(container, "Failed", "Failed to pull image \"" + image + "\": " + error);
    pod.warning(container, "Failed", "Error: ErrImagePull");
    container.waitFor("ErrImagePull", error);
    Duration pause = backOff.advance();
    pod.after(
        ERROR_SHOWN,
        () -> {
          String message = "Back-off pulling image \"" + image + "\"";
          pod.normal(container, "BackOff", message);
          pod.warning(container, "Failed", "Error: ImagePullBackOff");
          container.waitFor("ImagePullBackOff", message + ": ErrImagePull: " + error);
        });
    pod.after(pause, this::begin);
  }
}
