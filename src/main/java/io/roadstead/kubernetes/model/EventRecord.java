// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import java.time.Instant;

/**
 * The record of a Kubernetes event.
 *
 * @param meta the event's own metadata
 * @param objectUid uid of the object it is about
 * @param objectKind kind of that object
 * @param objectName name of that object
 * @param warning whether it is of type Warning
 * @param reason e.g. {@code FailedScheduling}
 * @param message its message
 * @param source the component that reported it, e.g. {@code service-controller}; may be empty
 * @param count how often it happened
 * @param firstSeen when it first happened
 * @param lastSeen when it last happened
 */
public record EventRecord(
    Meta meta,
    String objectUid,
    String objectKind,
    String objectName,
    boolean warning,
    String reason,
    String message,
    String source,
    int count,
    Instant firstSeen,
    Instant lastSeen)
    implements ObservedObject {}
