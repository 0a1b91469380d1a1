// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.AppName;
import io.roadstead.app.AppState;
import io.roadstead.app.Health;
import io.roadstead.cluster.Freshness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The top of a picture: the app, its health, the kind of view, and how recent it is. */
final class Header implements Block {
  private static final int PLAIN_HEIGHT = 50;
  private static final int NOTE_HEIGHT = 20;

  /**
   * The data that both kinds of views share.
   *
   * @param app the app
   * @param state its state
   * @param view the kind of view, e.g. {@code Logical view}
   * @param freshness how recent it is
   * @param omittedPods pods that are not drawn
   */
  record Facts(AppName app, AppState state, String view, Freshness freshness, int omittedPods) {}

  private final Facts facts;
  private final String summary;
  private final int width;
  private final List<Line> notes = new ArrayList<>();

  Header(Facts facts, String summary, int width) {
    this.facts = facts;
    this.summary = summary;
    this.width = width;
    if (facts.freshness().stale()) {
      notes.add(Line.of(Type.HEADING, Tone.WARNING, Words.STALE).mark(Health.WARNING));
    }
    if (facts.omittedPods() > 0) {
      String omitted = Words.omitted(facts.omittedPods());
      notes.add(Line.of(Type.BODY, Tone.INK, omitted));
    }
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return PLAIN_HEIGHT + notes.size() * NOTE_HEIGHT;
  }

  @Override
  public void draw(Svg svg, int x, int y) {
    String word = Words.of(facts.state());
    int pill = 36 + Type.HEADING.width(word);
    var name = new Label(Type.TITLE, Tone.INK, facts.app().app(), width - pill - 12, Cut.MIDDLE);
    svg.text(name, x, y + 19);
    pill(svg, word, new Box(x + Type.TITLE.width(name.shown()) + 12, y + 1, pill, 24));
    Line.of(Type.BODY, Tone.MUTED, summary)
        .end(Tone.MUTED, Words.asOf(facts.freshness()))
        .draw(svg, x, y + 32, width);
    int top = y + PLAIN_HEIGHT + 2;
    for (Line note : notes) {
      note.draw(svg, x, top, width);
      top += NOTE_HEIGHT;
    }
  }

  private void pill(Svg svg, String word, Box box) {
    Health health = Health.of(facts.state());
    svg.rect(box, 12, "rs-tile " + Tone.of(health).css());
    Marks.disc(svg, health, box.x() + 13, box.middleY());
    svg.text(
        new Label(Type.HEADING, Tone.of(health), word, box.width(), Cut.END),
        box.x() + 26,
        box.y() + 16);
  }

  /** The picture's name. */
  String title() {
    String stale = facts.freshness().stale() ? " (stale)" : "";
    AppName app = facts.app();
    String where = app.app() + " in namespace " + app.namespace();
    return facts.view() + ": " + where + ", " + Words.of(facts.state()) + stale;
  }

  /** Prefix of ids in the picture: unique per app and view. Both names are DNS labels. */
  String id() {
    String kind = facts.view().substring(0, facts.view().indexOf(' ')).toLowerCase(Locale.ROOT);
    return "rs-" + kind + "." + facts.app().namespace() + "." + facts.app().app();
  }
}
