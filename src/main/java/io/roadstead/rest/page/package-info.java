// SPDX-License-Identifier: Apache-2.0
/**
 * Pages for people who open the service in a browser: an overview of links, and the meaning of
 * errors. They are the same for every caller, and know neither apps nor the cluster.
 */
@NullMarked
package io.roadstead.rest.page;

import org.jspecify.annotations.NullMarked;
