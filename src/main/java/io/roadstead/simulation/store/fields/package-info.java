// SPDX-License-Identifier: Apache-2.0

/**
 * Field ownership and the merging of documents: field sets, server-side apply, the three kinds of
 * patch. Pure functions on trees; knows no tables, locks or HTTP.
 */
@NullMarked
package io.roadstead.simulation.store.fields;

import org.jspecify.annotations.NullMarked;
