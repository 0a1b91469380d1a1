// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.LogicalView.Link;
import io.roadstead.app.LogicalView.Relation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of a logical view. Where many pods share a box, one line goes to the box. */
final class Edges {
  private static final int HANG = SideColumns.HANG / 2;

  /** The identity of a line, so that it is drawn once: its meaning and its boxes. */
  private record Key(Relation relation, Box from, Box to) {}

  private Edges() {}

  static void draw(Svg svg, List<Link> links) {
    Map<Key, Boolean> edges = new LinkedHashMap<>();
    for (Link link : links) {
      Box from = svg.places().get(link.from());
      Box to = svg.places().get(link.to());
      if (from != null && to != null) {
        edges.merge(new Key(link.relation(), from, to), link.active(), Boolean::logicalOr);
      }
    }
    edges.forEach((key, active) -> draw(svg, key, active));
  }

  private static void draw(Svg svg, Key key, boolean active) {
    String style = style(key.relation(), active);
    String tone = active && carriesTraffic(key.relation()) ? " rs-flow" : "";
    switch (key.relation()) {
      case OWNS -> owns(svg, key, style);
      case ROUTES_TO -> routesTo(svg, key, tone + style);
      case SCALES -> scales(svg, key, style);
      case LISTS -> lists(svg, key, tone + style);
    }
  }

  static boolean carriesTraffic(Relation relation) {
    return relation == Relation.ROUTES_TO || relation == Relation.LISTS;
  }

  static String style(Relation relation, boolean active) {
    if (relation == Relation.SCALES) {
      return " rs-dotted";
    }
    return active ? "" : " rs-dashed";
  }

  /** From a controller to what it owns. */
  private static void owns(Svg svg, Key key, String css) {
    curve(svg, css, key, key.from().right());
    svg.path("rs-head", "M", key.to().x(), key.to().middleY(), "l-8-4v8z");
  }

  /** From an EndpointSlice back to a pod. */
  private static void routesTo(Svg svg, Key key, String css) {
    curve(svg, css, key, key.from().x());
    svg.path("rs-head" + flow(css), "M", key.to().right(), key.to().middleY(), "l8-4v8z");
  }

  private static void curve(Svg svg, String css, Key key, int start) {
    int end = start < key.to().x() ? key.to().x() - 5 : key.to().right() + 5;
    int middle = (start + end) / 2;
    int y1 = key.from().middleY();
    int y2 = key.to().middleY();
    svg.path("rs-edge" + css, "M", start, y1, "C", middle, y1, middle, y2, end, y2);
  }

  /** From the left of an autoscaler down to the Deployment. */
  private static void scales(Svg svg, Key key, String css) {
    int x = key.to().x() + HANG;
    int y = key.from().middleY();
    int end = key.to().y() - 5;
    svg.path("rs-edge" + css, "M", x, end, "V", y + 6, "Q", x, y, x + 6, y, "H", key.from().x());
    svg.path("rs-head", "M", x, key.to().y(), "l-4-8h8z");
  }

  /** From a Service down and to the right side of its EndpointSlice. */
  private static void lists(Svg svg, Key key, String css) {
    int x = key.from().right() - HANG;
    int y = key.to().middleY();
    svg.path(
        "rs-edge" + css,
        "M",
        x,
        key.from().bottom(),
        "V",
        y - 6,
        "Q",
        x,
        y,
        x - 6,
        y,
        "H",
        key.to().right() + 5);
    svg.path("rs-head" + flow(css), "M", key.to().right(), y, "l8-4v8z");
  }

  private static String flow(String css) {
    return css.contains("rs-flow") ? " rs-flow" : "";
  }
}
