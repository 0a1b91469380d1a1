// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

/** How objects come to the cluster, which decides who owns their fields. */
enum Creation {
  /** {@code kubectl create}. */
  KUBECTL_CREATE,
  /** {@code kubectl apply}, with the annotation that remembers what was applied. */
  CLIENT_SIDE_APPLY,
  /** {@code kubectl apply --server-side}. */
  SERVER_SIDE_APPLY,
  /** Helm 4, which applies on the server. */
  HELM,
  /** {@code kubectl create}, and then {@code set image}, {@code edit} and {@code scale}. */
  SEVERAL_MANAGERS
}
