// SPDX-License-Identifier: Apache-2.0
/**
 * Tests that hold the documents in {@code docs} to the code. They read sources and documents, and
 * run nothing of the service.
 */
@NullMarked
package io.roadstead.docs;

import org.jspecify.annotations.NullMarked;
