// SPDX-License-Identifier: Apache-2.0
/**
 * Surveys the cluster: periodically asks the API server what it serves, and recognizes the system
 * from that, the nodes and the kubeconfig. It knows no apps and writes nothing.
 */
@NullMarked
package io.roadstead.kubernetes.survey;

import org.jspecify.annotations.NullMarked;
