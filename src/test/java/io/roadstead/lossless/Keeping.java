// SPDX-License-Identifier: Apache-2.0
package io.roadstead.lossless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reading an app and writing the same back changes nothing, with every combination of options. */
final class Keeping {
  private static final List<String> WRITTEN = List.of("CREATED", "CHANGED", "DELETED");

  private Keeping() {}

  static void check(Trial trial) {
    AppApi.Answer read = trial.read();
    if (!trial.succeeds("GET", read)) {
      return;
    }
    // Both ways to adopt, on one app after the other.
    Options adopt = new Options(true, trial.app.seed() / 4 % 2 == 0, false);
    if (adopts(trial, read.spec(), adopt)) {
      writesAgain(trial, trial.read().spec());
    }
  }

  /** The adoption after its rehearsal, which says the same. */
  private static boolean adopts(Trial trial, JsonNode spec, Options options) {
    Snapshot before = trial.snapshot();
    Options validating = options.validating();
    AppApi.Answer rehearsal = trial.apps.put(trial.app.name(), spec, validating);
    boolean rehearsed = trial.succeeds(validating.toString(), rehearsal);
    trial.keeps(validating.toString(), before);
    AppApi.Answer written = trial.apps.put(trial.app.name(), spec, options);
    boolean adopted = trial.succeeds(options.toString(), written);
    trial.keeps(options.toString(), before);
    if (adopted) {
      if (written.outcomes().contains(" CREATED") || written.outcomes().contains(" DELETED")) {
        trial.find(options + " creates or deletes an object", written.outcomes());
      }
      same(trial, options + " answers another ", spec, written.spec());
    }
    if (rehearsed && adopted) {
      same(trial, validating + " foretells another ", rehearsal.spec(), written.spec());
      sameOutcomes(trial, validating, rehearsal, written);
    }
    return adopted;
  }

  private static void writesAgain(Trial trial, JsonNode spec) {
    Snapshot before = trial.snapshot();
    for (Options options : Options.PLAIN) {
      String step = "after adoption, " + options;
      AppApi.Answer answer = trial.apps.put(trial.app.name(), spec, options);
      if (trial.succeeds(step, answer) && trial.keeps(step, before)) {
        unchanged(trial, step, answer);
        same(trial, step + " answers another ", spec, answer.spec());
      }
    }
  }

  private static void same(Trial trial, String what, JsonNode expected, JsonNode found) {
    for (Difference other : Difference.between("spec", expected, found)) {
      trial.find(what + other.kind(), other.toString());
    }
  }

  private static void sameOutcomes(
      Trial trial, Options options, AppApi.Answer rehearsal, AppApi.Answer written) {
    if (!rehearsal.outcomes().equals(written.outcomes())) {
      trial.find(
          options + " foretells other outcomes",
          rehearsal.outcomes() + "but it is\n" + written.outcomes());
    }
  }

  /** No outcome says that something was written. */
  private static void unchanged(Trial trial, String step, AppApi.Answer answer) {
    boolean wrote = answer.body().path("objects").isEmpty();
    for (JsonNode object : answer.body().path("objects")) {
      wrote |= WRITTEN.contains(object.path("outcome").asText());
    }
    if (wrote) {
      trial.find(step + " says that it changes something", answer.outcomes());
    }
  }
}
