// SPDX-License-Identifier: Apache-2.0
/**
 * Draws the views of an app, as SVG and as Mermaid text: views in, text out. It knows neither a
 * transport nor the Kubernetes client, makes no requests and keeps no state; the same view gives
 * the same bytes.
 */
@NullMarked
package io.roadstead.drawing;

import org.jspecify.annotations.NullMarked;
