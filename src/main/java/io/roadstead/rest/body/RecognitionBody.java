// SPDX-License-Identifier: Apache-2.0
package io.roadstead.rest.body;

import io.roadstead.cluster.Confidence;
import io.roadstead.cluster.Evidence;
import io.roadstead.cluster.Recognition;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A {@link Recognition} as JSON. */
@Schema(name = "Recognition", description = "Why a cluster is believed to be of a system.")
public record RecognitionBody(
    @Schema(
            description =
                "How sure it is. `CONFIGURED`: the configuration says it; `HIGH`: a mark that only"
                    + " this system leaves; `MEDIUM`: several signs agree; `NONE`: nothing says"
                    + " which system it is.",
            required = true)
        Confidence confidence,
    @Schema(description = "The recognition in a sentence.", required = true) String message,
    @Schema(
            description =
                "The signs that decided; for an unknown system, the hints that were not enough.",
            required = true)
        List<RecognitionSignBody> signs) {

  static RecognitionBody of(Recognition recognition) {
    return new RecognitionBody(
        recognition.confidence(),
        recognition.message(),
        recognition.evidence().stream().map(RecognitionSignBody::of).toList());
  }

  /** An {@link Evidence} as JSON. */
  @Schema(name = "RecognitionSign", description = "One sign that a recognition rests on.")
  public record RecognitionSignBody(
      @Schema(description = "Where it was found, in words, e.g. `node label`.", required = true)
          String trait,
      @Schema(description = "What was looked for.", required = true) String rule,
      @Schema(description = "What was found, the first of them.", required = true) String value,
      @Schema(
              description =
                  "How much it says: `STRONG` is enough alone, `MEDIUM` with one other, `WEAK` is a"
                      + " hint.",
              required = true)
          Evidence.Weight weight,
      @Schema(
              description = "How many nodes bear it; 0 for what is not about nodes.",
              required = true)
          int nodes) {

    static RecognitionSignBody of(Evidence sign) {
      return new RecognitionSignBody(
          sign.trait().words(), sign.rule(), sign.value(), sign.weight(), sign.nodes());
    }
  }
}
