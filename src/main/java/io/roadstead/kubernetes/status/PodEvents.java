// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.status;

import io.roadstead.kubernetes.model.EventRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The events of an app by the object that they concern, newest first. */
final class PodEvents {
  private final Map<String, List<EventRecord>> byUid;

  PodEvents(List<EventRecord> events) {
    byUid = events.stream().collect(Collectors.groupingBy(EventRecord::objectUid));
  }

  /** The newest event with one of the given reasons. */
  Optional<EventRecord> newest(String uid, Set<String> reasons) {
    return byUid.getOrDefault(uid, List.of()).stream()
        .filter(event -> reasons.contains(event.reason()))
        .findFirst();
  }

  /** The newest event with one of the given reasons whose message contains the given text. */
  Optional<EventRecord> newest(String uid, Set<String> reasons, String words) {
    return byUid.getOrDefault(uid, List.of()).stream()
        .filter(event -> reasons.contains(event.reason()) && event.message().contains(words))
        .findFirst();
  }

  /** An event in the format of evidence. */
  static String text(EventRecord event) {
    return event.reason() + ": " + event.message();
  }
}
