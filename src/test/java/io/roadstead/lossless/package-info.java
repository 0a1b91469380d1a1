// SPDX-License-Identifier: Apache-2.0
/**
 * The promise that Roadstead loses nothing: what a client reads and writes back changes nothing,
 * and each verb changes only what it names. Checked on generated apps of every shape that
 * Kubernetes has, which come to the cluster the way other tools bring them.
 *
 * <p>{@code -Droadstead.lossless.seed} and {@code -Droadstead.lossless.cases} choose other apps and
 * more of them. The schema that the apps follow is {@code src/test/resources/lossless}; for another
 * version of Kubernetes, run {@code AppGeneratorIT} and copy the schema that it writes to {@code
 * target/lossless} over it.
 */
package io.roadstead.lossless;
