// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

/** The names that the tools of a system write into a kubeconfig. */
public record KubeconfigNames(String context, String cluster, String user) {}
