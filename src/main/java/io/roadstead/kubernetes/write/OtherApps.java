// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.write;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.roadstead.app.AppException;
import io.roadstead.app.ErrorCode;
import io.roadstead.kubernetes.model.AppLabels;
import io.roadstead.kubernetes.model.AutoscalerMapping;
import io.roadstead.kubernetes.model.AutoscalerRecord;
import io.roadstead.kubernetes.model.ServiceMapping;
import io.roadstead.kubernetes.model.ServiceRecord;

/**
 * Objects that have the name of an app, but serve another workload: an app can be adopted with a
 * Service and an autoscaler of any name. No write for the one app touches them.
 */
final class OtherApps {
  private OtherApps() {}

  /** What a Service or an autoscaler serves instead of the app; empty when it is the app's. */
  static String served(Plan plan, HasMetadata found) {
    if (AppLabels.isOf(plan.write().name(), found.getMetadata())) {
      return "";
    }
    if (found instanceof Service service) {
      return Ownership.isManaged(service) ? served(plan, ServiceMapping.observed(service)) : "";
    }
    return found instanceof HorizontalPodAutoscaler autoscaler
        ? served(plan, AutoscalerMapping.observed(autoscaler))
        : "";
  }

  private static String served(Plan plan, ServiceRecord service) {
    boolean leadsElsewhere =
        !service.selector().isEmpty() && !service.selects(plan.live().podLabels());
    return leadsElsewhere ? plan.othersWith(service.selector()) : "";
  }

  private static String served(Plan plan, AutoscalerRecord autoscaler) {
    return autoscaler.scales(plan.write().name().app())
        ? ""
        : autoscaler.targetKind() + "/" + autoscaler.targetName();
  }

  /** What a Service of the app serves besides it, such as its canary; empty when nothing. */
  static String sharing(Plan plan, Service service) {
    ServiceRecord found = ServiceMapping.observed(service);
    return found.selects(plan.live().podLabels()) ? plan.othersWith(found.selector()) : "";
  }

  /** FAILED_PRECONDITION when an object with the name of the app serves another workload. */
  static void require(Plan plan, HasMetadata found) {
    String served = served(plan, found);
    if (!served.isEmpty()) {
      throw AppException.of(ErrorCode.FAILED_PRECONDITION, WriteMessages.serves(found, served));
    }
  }
}
