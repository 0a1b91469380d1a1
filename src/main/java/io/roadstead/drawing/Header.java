// SPDX-License-Identifier: Apache-2.0
package io.roadstead.drawing;

import io.roadstead.app.AppName;
import io.roadstead.app.AppState;
import io.roadstead.app.AppStatus.Freshness;
import io.roadstead.app.Health;
import java.util.Locale;

/** The top of a picture: which app, how it is doing, what is drawn, and how old that is. */
record Header(
    AppName app, AppState state, String view, String summary, Freshness freshness, int width)
    implements Block {

  @Override
  public int height() {
    return freshness.stale() ? 72 : 50;
  }

  @Override
  public void draw(Svg svg, int x, int y) {
    String word = Words.of(state);
    int pill = 34 + Type.HEADING.width(word);
    var name = new Label(Type.TITLE, Tone.INK, app.app(), width - pill - 12, Cut.MIDDLE);
    svg.text(name, x, y + 19);
    int right = x + Type.TITLE.width(name.shown()) + 12;
    pill(svg, word, new Box(right, y + 2, pill, 24));
    Line.of(Type.BODY, Tone.MUTED, summary)
        .end(Tone.MUTED, Words.asOf(freshness))
        .draw(svg, x, y + 32, width);
    if (freshness.stale()) {
      Line.of(Type.HEADING, Tone.WARNING, Words.STALE)
          .mark(Health.WARNING)
          .draw(svg, x, y + 54, width);
    }
  }

  private void pill(Svg svg, String word, Box box) {
    Health health = Words.health(state);
    svg.rect(box, 12, "rs-tile " + Tone.of(health).css());
    svg.mark(health, box.x() + 13, box.middleY());
    svg.text(
        new Label(Type.HEADING, Tone.of(health), word, box.width(), Cut.END),
        box.x() + 25,
        box.y() + 16);
  }

  /** The picture's name. */
  String title() {
    return "%s: %s in namespace %s, %s%s"
        .formatted(
            view, app.app(), app.namespace(), Words.of(state), freshness.stale() ? " (stale)" : "");
  }

  /** Prefix of ids in the picture: unique per app and view. */
  String id() {
    return "rs-%s.%s.%s"
        .formatted(
            view.substring(0, view.indexOf(' ')).toLowerCase(Locale.ROOT),
            app.namespace(),
            app.app());
  }
}
