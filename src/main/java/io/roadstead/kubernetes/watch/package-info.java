// SPDX-License-Identifier: Apache-2.0
/**
 * What is known of the cluster: watches on it, and projected records of its objects, indexed by
 * app. Records hold what specs, status and views need and nothing else: no managedFields, no
 * Secrets, no env of pods. It must not know how a status is judged nor how anything is written.
 */
@NullMarked
package io.roadstead.kubernetes.watch;

import org.jspecify.annotations.NullMarked;
