// SPDX-License-Identifier: Apache-2.0
/**
 * Maps between the model of apps and Kubernetes objects, both directions side by side: {@code
 * desired} builds the desired object, {@code observed} the record of an observed one. Pure. Records
 * contain only what specs, status and views need: no managedFields, no Secrets, no env of pods. It
 * must not know how objects are watched, written or judged.
 */
@NullMarked
package io.roadstead.kubernetes.model;

import org.jspecify.annotations.NullMarked;
