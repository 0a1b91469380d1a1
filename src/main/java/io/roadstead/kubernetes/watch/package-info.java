// SPDX-License-Identifier: Apache-2.0
/**
 * The observed state of the cluster: watches, and projected records of its objects, indexed by app.
 * Records contain only what specs, status and views need: no managedFields, no Secrets, no env of
 * pods. It must know neither how a status is judged nor how objects are written.
 */
@NullMarked
package io.roadstead.kubernetes.watch;

import org.jspecify.annotations.NullMarked;
