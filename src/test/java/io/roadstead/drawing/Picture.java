// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A drawn SVG document, and what holds for each. */
final class Picture {
  private static final Set<String> ELEMENTS =
      Set.of("svg", "title", "desc", "style", "g", "rect", "path", "circle", "text");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "xmlns",
          "viewBox",
          "width",
          "height",
          "role",
          "class",
          "aria-labelledby",
          "id",
          "x",
          "y",
          "rx",
          "cx",
          "cy",
          "r",
          "d",
          "fill",
          "stroke",
          "stroke-width",
          "stroke-dasharray",
          "stroke-linecap",
          "stroke-linejoin",
          "font-family",
          "font-size",
          "font-weight",
          "text-anchor");
  private static final Set<String> SHAPES = Set.of("rect", "path", "circle", "text");
  private static final Set<String> COLORS =
      Arrays.stream(Shade.values()).map(Shade::light).collect(Collectors.toSet());
  private static final Set<String> BOXES =
      Set.of("rs-zone", "rs-node", "rs-pod", "rs-container", "rs-pods");

  private final Element root;

  private Picture(Element root) {
    this.root = root;
  }

  static Picture of(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var parser = factory.newDocumentBuilder();
      return new Picture(parser.parse(new InputSource(new StringReader(svg))).getDocumentElement());
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + svg, e);
    }
  }

  int width() {
    return Integer.parseInt(root.getAttribute("width"));
  }

  int height() {
    return Integer.parseInt(root.getAttribute("height"));
  }

  String description() {
    return texts("desc").get(0);
  }

  List<String> texts(String element) {
    return elements(element).stream().map(Node::getTextContent).toList();
  }

  /** The classes of the marks of health, in their order. */
  List<String> marks() {
    return elements("circle").stream().map(mark -> mark.getAttribute("class")).toList();
  }

  /** Those in groups of that class. */
  List<String> marksIn(String group) {
    return ofClass(group).stream()
        .flatMap(each -> listed(each.getElementsByTagName("circle")).stream())
        .map(mark -> mark.getAttribute("class"))
        .toList();
  }

  List<Element> ofClass(String css) {
    return elements("g").stream().filter(group -> group.getAttribute("class").equals(css)).toList();
  }

  /** All that holds for every picture. */
  Picture check() {
    elements("*").forEach(Picture::checkSafe);
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 " + width() + " " + height());
    List<String> ids =
        elements("*").stream()
            .map(each -> each.getAttribute("id"))
            .filter(id -> !id.isEmpty())
            .toList();
    assertThat(root.getAttribute("aria-labelledby").split(" ")).containsExactlyElementsOf(ids);
    assertThat(texts("title").get(0)).isNotBlank();
    assertThat(description()).isNotBlank();
    elements("rect").forEach(rect -> checkInside(box(rect), new Box(0, 0, width(), height())));
    elements("*").stream()
        .filter(element -> SHAPES.contains(element.getTagName()))
        .forEach(Picture::checkColored);
    assertThat(texts("style").get(0)).doesNotContain("var(");
    elements("g").forEach(this::checkGroup);
    elements("text").forEach(this::checkText);
    return this;
  }

  private static void checkSafe(Element element) {
    assertThat(ELEMENTS).contains(element.getTagName());
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      String name = element.getAttributes().item(i).getNodeName();
      assertThat(ATTRIBUTES).contains(name);
      if (name.equals("class")) {
        assertThat(element.getAttribute(name)).matches("rs-[a-z-]+( rs-[a-z-]+)*");
      }
      if (name.equals("d")) {
        assertThat(element.getAttribute(name)).matches("[MLHVCQlhvmz0-9 .-]+");
      }
    }
  }

  /** Not every renderer understands style sheets: without a color of its own, a shape is black. */
  private static void checkColored(Element shape) {
    String css = shape.getAttribute("class");
    List<String> colors = List.of(shape.getAttribute("fill"), shape.getAttribute("stroke"));
    if (css.equals("rs-bare")) {
      assertThat(colors).containsExactly("none", "");
      return;
    }
    assertThat(colors.get(0)).as("fill of %s", css).matches("none|#[0-9a-f]{6}");
    assertThat(colors).as("colors of %s", css).anyMatch(COLORS::contains);
    assertThat(COLORS).containsAll(colors.stream().filter(color -> color.startsWith("#")).toList());
  }

  private void checkGroup(Element group) {
    Element around = enclosing(group);
    if (around != null && BOXES.contains(group.getAttribute("class"))) {
      checkInside(ownBox(group), ownBox(around));
    }
    List<Box> inside = children(group, "g").stream().map(Picture::ownBox).toList();
    assertApart(inside);
    if (around == null && group.getParentNode() == root) {
      assertApart(children(root, "g").stream().map(Picture::ownBox).toList());
    }
  }

  private static void assertApart(List<Box> boxes) {
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = i + 1; j < boxes.size(); j++) {
        Box a = boxes.get(i);
        Box b = boxes.get(j);
        boolean apart =
            a.right() <= b.x() || b.right() <= a.x() || a.bottom() <= b.y() || b.bottom() <= a.y();
        assertThat(apart).as("%s and %s overlap", a, b).isTrue();
      }
    }
  }

  private void checkText(Element text) {
    Element around = enclosing(text);
    Box box = around == null ? new Box(0, 0, width(), height()) : ownBox(around);
    List<String> css = List.of(text.getAttribute("class").split(" "));
    Type type =
        IntStream.range(0, Type.values().length)
            .mapToObj(i -> Type.values()[i])
            .filter(each -> css.contains(each.css()))
            .findFirst()
            .orElseThrow();
    int width = type.width(shown(text));
    int x = Integer.parseInt(text.getAttribute("x")) - (css.contains("rs-end") ? width : 0);
    int y = Integer.parseInt(text.getAttribute("y"));
    assertThat(y).as(shown(text)).isBetween(box.y(), box.bottom());
    checkInside(new Box(x, y, width, 0), box);
  }

  private static String shown(Element text) {
    return IntStream.range(0, text.getChildNodes().getLength())
        .mapToObj(text.getChildNodes()::item)
        .filter(node -> node.getNodeType() == Node.TEXT_NODE)
        .map(Node::getTextContent)
        .reduce("", String::concat);
  }

  private static void checkInside(Box inner, Box outer) {
    boolean inside =
        inner.x() >= outer.x()
            && inner.right() <= outer.right()
            && inner.y() >= outer.y()
            && inner.bottom() <= outer.bottom();
    assertThat(inside).as("%s in %s", inner, outer).isTrue();
  }

  private @Nullable Element enclosing(Element element) {
    Node parent = element.getParentNode();
    return parent == root || parent == null ? null : (Element) parent;
  }

  private static Box ownBox(Element group) {
    return box(children(group, "rect").get(0));
  }

  private static Box box(Element rect) {
    return new Box(
        number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height"));
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }

  private List<Element> elements(String name) {
    List<Element> elements = listed(root.getElementsByTagName(name));
    if (name.equals("*")) {
      elements.add(root);
    }
    return elements;
  }

  private static List<Element> children(Element parent, String name) {
    return listed(parent.getChildNodes()).stream()
        .filter(child -> child.getTagName().equals(name))
        .toList();
  }

  private static List<Element> listed(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }
}
