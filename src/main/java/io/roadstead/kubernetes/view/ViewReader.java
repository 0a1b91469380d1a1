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

/** Builds the views of an app from its observed objects. */
@ApplicationScoped
public class ViewReader {
  private final Clock clock;
  private final StatusReader statusReader;

  public ViewReader(Clock clock, StatusReader statusReader) {
    this.clock = clock;
    this.statusReader = statusReader;
  }

  /** The objects of the app and how they are related. */
  public LogicalView logical(ObservedApp app, Neighbourhood around) {
    AppStatus status = statusReader.readWithoutPods(app);
    return new LogicalReader(app, around, AppInsight.of(app, clock.instant())).read(status);
  }

  /** Where the app runs, from its exposure to its containers. */
  public PhysicalView physical(ObservedApp app, Neighbourhood around) {
    AppStatus status = statusReader.readWithoutPods(app);
    return new PhysicalReader(app, around, AppInsight.of(app, clock.instant())).read(status);
  }
}
