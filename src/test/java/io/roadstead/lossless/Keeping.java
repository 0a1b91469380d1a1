// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;

/** Reading an app and writing the same back changes nothing, with every combination of options. */
final class Keeping {
  private Keeping() {}

  static void check(Trial trial) {
    AppApi.Answer read = trial.read();
    if (!trial.succeeds("GET", read)) {
      return;
    }
    Snapshot before = trial.snapshot();
    // Both ways to adopt, on one app after the other.
    Options adopt = new Options(true, trial.app.seed() % 2 == 0, false);
    if (!rehearsed(trial, read.spec(), adopt, before)) {
      return;
    }
    for (Options options : Options.PLAIN) {
      AppApi.Answer answer = trial.apps.put(trial.app.name(), read.spec(), options);
      String step = "after adoption, " + options;
      if (trial.succeeds(step, answer) && trial.keeps(step, before)) {
        unchanged(trial, step, answer);
      }
    }
  }

  /** The write after its rehearsal, which says the same. */
  private static boolean rehearsed(Trial trial, JsonNode spec, Options options, Snapshot before) {
    AppApi.Answer rehearsal = trial.apps.put(trial.app.name(), spec, options.validating());
    boolean fine =
        trial.succeeds(options.validating().toString(), rehearsal)
            && trial.keeps(options.validating().toString(), before);
    AppApi.Answer written = trial.apps.put(trial.app.name(), spec, options);
    if (!trial.succeeds(options.toString(), written) || !trial.keeps(options.toString(), before)) {
      return false;
    }
    if (!fine) {
      return true;
    }
    if (!rehearsal.outcomes().equals(written.outcomes())) {
      trial.find(
          options.validating() + " foretells other outcomes",
          rehearsal.outcomes() + "but it is\n" + written.outcomes());
    }
    for (Difference other : Difference.between("spec", rehearsal.spec(), written.spec())) {
      trial.find(options.validating() + " foretells another " + other.kind(), other.toString());
    }
    for (Difference other : Difference.between("spec", spec, written.spec())) {
      trial.find(options + " answers another " + other.kind(), other.toString());
    }
    return true;
  }

  private static void unchanged(Trial trial, String step, AppApi.Answer answer) {
    boolean all = true;
    for (JsonNode object : answer.body().path("objects")) {
      all &= !object.path("outcome").asText().equals("CHANGED");
    }
    if (!all || answer.body().path("objects").isEmpty()) {
      trial.find(step + " says that it changes something", answer.outcomes());
    }
  }
}
