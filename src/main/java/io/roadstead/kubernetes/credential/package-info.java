// SPDX-License-Identifier: Apache-2.0
/**
 * Authentication to the API server when a kubeconfig relies on a plugin, an identity provider or a
 * token that may change: credentials are fetched, cached until they expire, renewed when refused,
 * and added to each call. It knows neither the configuration nor any translation of errors but its
 * own.
 */
@NullMarked
package io.roadstead.kubernetes.credential;

import org.jspecify.annotations.NullMarked;
