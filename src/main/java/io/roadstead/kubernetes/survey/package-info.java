// SPDX-License-Identifier: Apache-2.0
/**
 * Finds out what cluster this is: asks the API server now and then what it serves, and recognises
 * the system from that, the nodes and the kubeconfig. It knows no app and writes nothing.
 */
@NullMarked
package io.roadstead.kubernetes.survey;

import org.jspecify.annotations.NullMarked;
