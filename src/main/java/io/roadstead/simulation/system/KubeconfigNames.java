// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

/** The names that a system's tools write to a kubeconfig. */
public record KubeconfigNames(String context, String cluster, String user) {}
