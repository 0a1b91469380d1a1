// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.survey;

import io.roadstead.cluster.Capabilities;
import io.roadstead.cluster.ClusterTraits;
import io.roadstead.cluster.Recognition;

/**
 * What was found out about the cluster at one time.
 *
 * @param recognition which system it is
 * @param capabilities what it can do
 * @param traits the traits for the address rules
 */
public record ClusterProfile(
    Recognition recognition, Capabilities capabilities, ClusterTraits traits) {}
