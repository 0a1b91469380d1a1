// SPDX-License-Identifier: Apache-2.0
/**
 * The promise that Roadstead loses nothing: what a client reads and writes back changes nothing,
 * and each verb changes only what it names. Checked on generated apps of every shape that
 * Kubernetes has.
 */
package io.roadstead.lossless;
