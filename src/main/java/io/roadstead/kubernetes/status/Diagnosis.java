// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.model.PodRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with, or in progress in, the latest version of an app. Pods of previous versions
 * are being replaced, so their problems are not reasons why the app is not as desired.
 *
 * @param findings all findings
 * @param flickering number of pods that currently count as available, but are between two crashes
 */
record Diagnosis(List<Finding> findings, int flickering) {
  Diagnosis {
    findings = List.copyOf(findings);
  }

  static Diagnosis of(ObservedApp app, Versions versions, Instant now) {
    if (app.deployment().meta().deleting()) {
      return new Diagnosis(List.of(new DeploymentDiagnosis(app, versions).deletion()), 0);
    }
    var ofPods = new PodDiagnosis(app, now);
    List<Finding> findings = new ArrayList<>();
    int flickering = 0;
    for (PodRecord pod : versions.latestPods(app)) {
      List<Finding> found = ofPods.find(pod);
      findings.addAll(found);
      if (pod.ready() && found.stream().anyMatch(Finding::isVerdict)) {
        flickering++;
      }
    }
    findings.addAll(new DeploymentDiagnosis(app, versions).find());
    return new Diagnosis(findings, flickering);
  }

  boolean hasVerdict() {
    return findings.stream().anyMatch(Finding::isVerdict);
  }

  boolean hasTrouble() {
    return findings.stream().anyMatch(Finding::isTrouble);
  }
}
