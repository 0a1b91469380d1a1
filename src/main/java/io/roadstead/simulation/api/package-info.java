// SPDX-License-Identifier: Apache-2.0

/**
 * The Kubernetes API over HTTP, served from an object store: discovery, verbs, watches, tables, and
 * faults for tests. Knows no controllers.
 */
@NullMarked
package io.roadstead.simulation.api;

import org.jspecify.annotations.NullMarked;
