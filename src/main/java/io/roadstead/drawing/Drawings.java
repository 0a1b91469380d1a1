// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.LogicalView;
import io.roadstead.app.PhysicalView;

/** Pictures of an app's views. The same view gives the same text. */
public final class Drawings {
  private Drawings() {}

  /** The logical view as a self-contained SVG document. */
  public static String svg(LogicalView view) {
    return LogicalDrawing.svg(view);
  }

  /** The physical view as a self-contained SVG document. */
  public static String svg(PhysicalView view) {
    return PhysicalDrawing.svg(view);
  }

  /** The logical view as a Mermaid flowchart. */
  public static String mermaid(LogicalView view) {
    return LogicalMermaid.text(view);
  }

  /** The physical view as a Mermaid flowchart with a subgraph per zone and node. */
  public static String mermaid(PhysicalView view) {
    return PhysicalMermaid.text(view);
  }
}
