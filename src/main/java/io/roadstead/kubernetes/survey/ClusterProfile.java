// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.survey;

import io.roadstead.cluster.Capabilities;
import io.roadstead.cluster.ClusterTraits;
import io.roadstead.cluster.Recognition;

/**
 * All that was found out about the cluster, at one moment.
 *
 * @param recognition which system it is
 * @param capabilities what it can do
 * @param traits what the address rules need of it
 */
public record ClusterProfile(
    Recognition recognition, Capabilities capabilities, ClusterTraits traits) {}
