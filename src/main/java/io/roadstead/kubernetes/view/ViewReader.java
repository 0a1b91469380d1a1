// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.view;

import io.roadstead.app.AppStatus;
import io.roadstead.app.LogicalView;
import io.roadstead.app.PhysicalView;
import io.roadstead.kubernetes.model.Neighbourhood;
import io.roadstead.kubernetes.model.ObservedApp;
import io.roadstead.kubernetes.status.AppInsight;
import io.roadstead.kubernetes.status.StatusReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Turns all that is known of an app into a view of it. */
@ApplicationScoped
public class ViewReader {
  private final Clock clock;
  private final StatusReader statusReader;

  public ViewReader(Clock clock, StatusReader statusReader) {
    this.clock = clock;
    this.statusReader = statusReader;
  }

  /** Which objects the app is made of and what ties them together. */
  public LogicalView logical(ObservedApp app, Neighbourhood around) {
    AppStatus status = statusReader.readWithoutPods(app);
    return new LogicalReader(app, around, AppInsight.of(app, clock.instant())).read(status);
  }

  /** Where the app stands, from the way in to its containers. */
  public PhysicalView physical(ObservedApp app, Neighbourhood around) {
    AppStatus status = statusReader.readWithoutPods(app);
    return new PhysicalReader(app, around, AppInsight.of(app, clock.instant())).read(status);
  }
}
