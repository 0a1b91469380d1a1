// SPDX-License-Identifier: Apache-2.0
/**
 * How the model of apps and Kubernetes' objects stand for each other, both directions side by side:
 * {@code desired} builds the object that is wanted, {@code observed} the record of one that was
 * found. Pure. Records hold what specs, status and views need and nothing else: no managedFields,
 * no Secrets, no env of pods. It must not know how objects are watched, written or judged.
 */
@NullMarked
package io.roadstead.kubernetes.model;

import org.jspecify.annotations.NullMarked;
