// SPDX-License-Identifier: Apache-2.0
package io.roadstead.cluster;

import java.time.Instant;

/**
 * How old a report is.
 *
 * @param asOf the latest moment at which the cluster is known to have looked like this
 * @param stale whether the cluster can't be reached, so that it may look different now
 */
public record Freshness(Instant asOf, boolean stale) {}
