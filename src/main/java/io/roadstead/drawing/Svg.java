// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an SVG document and records the positions of named elements. All text is escaped here. */
final class Svg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private final Map<String, Box> places = new LinkedHashMap<>();
  private final XMLStreamWriter xml;

  /** One call of the writer. */
  private interface Step {
    void run() throws XMLStreamException;
  }

  private Svg(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** A whole document. */
  static String document(Frame frame, Consumer<Svg> content) {
    var out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      var svg = new Svg(xml);
      svg.open(frame);
      content.accept(svg);
      svg.close();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("An SVG can't be written to memory.", e);
    }
    return out + "\n";
  }

  private void open(Frame frame) {
    String size = frame.width() + " " + frame.height();
    start("svg", "xmlns", NAMESPACE, "viewBox", "0 0 " + size);
    attributes("width", "" + frame.width(), "height", "" + frame.height(), "role", "img");
    String ids = frame.id() + ".title " + frame.id() + ".desc";
    attributes("class", "rs-picture", "aria-labelledby", ids);
    attributes(Style.ROOT.toArray(String[]::new));
    content("title", frame.title(), "id", frame.id() + ".title");
    content("desc", frame.description(), "id", frame.id() + ".desc");
    content("style", Style.CSS);
    rect(new Box(0, 0, frame.width(), frame.height()), 12, "rs-page");
  }

  /** The position of the element with the given name. */
  Map<String, Box> places() {
    return places;
  }

  void remember(String name, Box box) {
    places.put(name, box);
  }

  /** Opens a group; the tooltip may be empty. */
  void group(String css, String tooltip) {
    text("\n");
    start("g", "class", css);
    if (!tooltip.isEmpty()) {
      content("title", tooltip);
    }
  }

  void close() {
    write(xml::writeEndElement);
  }

  void rect(Box box, int radius, String css) {
    shape("rect", css, "x", "" + box.x(), "y", "" + box.y());
    attributes("width", "" + box.width(), "height", "" + box.height(), "rx", "" + radius);
    close();
  }

  /** A path; its data is a sequence of commands and numbers. */
  void path(String css, Object... data) {
    shape("path", css, "d", PathData.of(data));
    close();
  }

  void circle(String css, int x, int y, int radius) {
    shape("circle", css, "cx", "" + x, "cy", "" + y, "r", "" + radius);
    close();
  }

  /** A text that starts at x, with its baseline at y. */
  void text(Label label, int x, int y) {
    text(label, label.type().css() + " " + label.tone().css(), x, y);
  }

  /** A text that ends at x. */
  void textBefore(Label label, int x, int y) {
    text(label, label.type().css() + " " + label.tone().css() + " rs-end", x, y);
  }

  private void text(Label label, String css, int x, int y) {
    String shown = label.shown();
    if (shown.isEmpty()) {
      return;
    }
    shape("text", css, "x", "" + x, "y", "" + y);
    if (!shown.equals(label.text())) {
      content("title", label.text());
    }
    text(shown);
    close();
  }

  private void content(String element, String text, String... attributes) {
    start(element, attributes);
    text(text);
    close();
  }

  /** Begins a visible element, with its style. */
  private void shape(String element, String css, String... attributes) {
    start(element, "class", css);
    Style.attributes(element, css)
        .forEach((name, value) -> write(() -> xml.writeAttribute(name, value)));
    attributes(attributes);
  }

  private void start(String element, String... attributes) {
    write(() -> xml.writeStartElement(element));
    attributes(attributes);
  }

  private void attributes(String... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = namesAndValues[i];
      String value = namesAndValues[i + 1];
      write(() -> xml.writeAttribute(name, value));
    }
  }

  private void text(String text) {
    write(() -> xml.writeCharacters(PlainText.kept(text)));
  }

  private static void write(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("An SVG can't be written to memory.", e);
    }
  }
}
