// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.time.Instant;

/**
 * How recent a report is.
 *
 * @param asOf the latest time at which the report is known to match the cluster
 * @param stale whether the cluster can't be reached, so that the report may be outdated
 */
public record Freshness(Instant asOf, boolean stale) {}
