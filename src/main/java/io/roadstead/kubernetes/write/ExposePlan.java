// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.Service;
import io.roadstead.app.Exposure;
import io.roadstead.kubernetes.watch.DeploymentRecord;
import io.roadstead.kubernetes.watch.ServiceRecord;
import java.util.List;
import java.util.Map;

/** The steps of exposing an app and of ending that. */
final class ExposePlan {
  private static final String ADOPT =
      "take it over by a deploy with adopt=true and an exposure, or delete it";

  private final Steps steps;

  ExposePlan(Steps steps) {
    this.steps = steps;
  }

  List<Step> expose(Write write, Exposure exposure, LiveApp live, Progress progress) {
    Preconditions.requireNotDeleting(Preconditions.requireOurs(write, live, progress));
    Exposure resolved = exposure.resolvedFor(live.containers());
    return List.of(service(write, resolved, live, live.ownLabels(), live.podSelector()));
  }

  /** The Service; one that is somebody else's only together with a deploy that adopts. */
  Step service(
      Write write,
      Exposure exposure,
      LiveApp live,
      Map<String, String> labels,
      Map<String, String> selector) {
    Service before = live.service();
    boolean adopting = write.options().adopt() && before != null && !Ownership.isManaged(before);
    if (!adopting) {
      Ownership.require(before, ADOPT);
    }
    return steps.service(
        write,
        () -> ServiceFactory.desired(write.name(), exposure, labels, selector),
        before,
        adopting || write.options().force());
  }

  List<Step> unexpose(Write write, LiveApp live, Progress progress) {
    Preconditions.requireOurs(write, live, progress);
    Service service = live.service();
    if (service == null || !(Ownership.isManaged(service) || exposes(live))) {
      return List.of();
    }
    Ownership.require(service, "delete it with the tool that made it");
    return List.of(steps.deleteService(write, service));
  }

  private static boolean exposes(LiveApp live) {
    DeploymentRecord deployment = live.deploymentRecord();
    ServiceRecord service = live.serviceRecord();
    return deployment != null && service != null && service.selects(deployment.template().labels());
  }
}
