// SPDX-License-Identifier: Apache-2.0
/**
 * What proves to the API server who this service is, where a kubeconfig leaves that to a plugin, an
 * identity provider or a token that may change: how it is got, kept until it expires, renewed when
 * it is refused, and put on each call. It knows no configuration and no translation of errors but
 * its own.
 */
@NullMarked
package io.roadstead.kubernetes.credential;

import org.jspecify.annotations.NullMarked;
