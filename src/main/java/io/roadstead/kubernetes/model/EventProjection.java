// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Projects an event; clients of the old and the new events API set different fields. */
public final class EventProjection {
  private EventProjection() {}

  public static EventRecord observed(Event event) {
    ObjectReference about =
        event.getInvolvedObject() == null ? new ObjectReference() : event.getInvolvedObject();
    Meta meta = Meta.of(event.getMetadata());
    Instant first = firstOf(instant(event.getEventTime()), event.getFirstTimestamp(), meta);
    return new EventRecord(
        meta,
        Fields.orEmpty(about.getUid()),
        Fields.word(about.getKind()),
        Fields.orEmpty(about.getName()),
        "Warning".equals(event.getType()),
        Fields.word(event.getReason()),
        Fields.text(event.getMessage()),
        source(event),
        count(event),
        first,
        lastSeen(event, first));
  }

  private static Instant firstOf(@Nullable Instant time, @Nullable String timestamp, Meta meta) {
    Instant first = Fields.instant(timestamp);
    if (first != null) {
      return first;
    }
    return time == null ? meta.createTime() : time;
  }

  private static Instant lastSeen(Event event, Instant first) {
    if (event.getSeries() != null) {
      Instant last = instant(event.getSeries().getLastObservedTime());
      if (last != null) {
        return last;
      }
    }
    Instant last = Fields.instant(event.getLastTimestamp());
    return last == null ? first : last;
  }

  private static String source(Event event) {
    String component = Fields.word(event.getReportingComponent());
    return component.isEmpty() && event.getSource() != null
        ? Fields.word(event.getSource().getComponent())
        : component;
  }

  private static int count(Event event) {
    if (event.getSeries() != null && event.getSeries().getCount() != null) {
      return event.getSeries().getCount();
    }
    return Math.max(1, Fields.orZero(event.getCount()));
  }

  private static @Nullable Instant instant(@Nullable MicroTime time) {
    return time == null ? null : Fields.instant(time.getTime());
  }
}
