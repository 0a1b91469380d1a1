// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.roadstead.contract.RoadsteadClient.Options;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Changes of one app at the same time: nothing that was answered is lost. */
abstract class ConcurrencyContract extends AppsContract {
  private static final int ROUNDS = 4;

  @Test
  void losesNothingOfChangesOfDifferentFields() {
    onBoth(
        s -> {
          s.deploy(ONE_CONTAINER);
          for (int round = 1; round <= ROUNDS; round++) {
            String number = Integer.toString(round);
            List<Outcome> changes =
                atOnce(
                    s,
                    Options.NONE,
                    "{\"containers\": [{\"name\": \"web\", \"env\": [{\"name\": \"A\", \"value\": \"%s\"}]}]}"
                        .formatted(number),
                    "{\"containers\": [{\"name\": \"web\", \"env\": [{\"name\": \"B\", \"value\": \"%s\"}]}]}"
                        .formatted(number),
                    "{\"labels\": {\"round\": \"%s\"}}".formatted(number),
                    "{\"replicas\": %s}".formatted(number));

            Outcome read = s.client.get(Session.NAMESPACE, s.app);
            List<String> found =
                List.of(
                    env(read, "A"),
                    env(read, "B"),
                    read.text("/spec/labels/round"),
                    read.text("/spec/replicas"));
            assertThat(changes).anyMatch(Outcome::ok);
            for (int i = 0; i < changes.size(); i++) {
              if (changes.get(i).ok()) {
                assertThat(found.get(i)).as("change %d of round %d", i, round).isEqualTo(number);
              } else {
                assertThat(changes.get(i).reason()).isEqualTo("ETAG_MISMATCH");
              }
            }
          }
        });
  }

  @Test
  void acceptsOneOfTheChangesThatAreBasedOnTheSameEtag() {
    onBoth(
        s -> {
          s.deploy(ONE_CONTAINER);
          String etag = s.get().text("/etag");

          List<Outcome> changes =
              atOnce(
                  s,
                  Options.etag(etag),
                  "{\"labels\": {\"team\": \"a\"}}",
                  "{\"labels\": {\"part\": \"b\"}}",
                  "{\"replicas\": 2}");

          assertThat(changes)
              .extracting(Outcome::reason)
              .containsExactlyInAnyOrder("", "ETAG_MISMATCH", "ETAG_MISMATCH");
          Outcome read = s.client.get(Session.NAMESPACE, s.app);
          long landed =
              Stream.of(
                      read.text("/spec/labels/team").equals("a"),
                      read.text("/spec/labels/part").equals("b"),
                      read.number("/spec/replicas") == 2)
                  .filter(there -> there)
                  .count();
          assertThat(landed).isOne();
          assertThat(s.update("{\"replicas\": 3}", Options.etag(etag)).reason())
              .isEqualTo("ETAG_MISMATCH");
        });
  }

  private static List<Outcome> atOnce(Session s, Options options, String... patches) {
    List<CompletableFuture<Outcome>> changes =
        Stream.of(patches)
            .map(
                patch ->
                    CompletableFuture.supplyAsync(
                        () -> s.client.update(Session.NAMESPACE, s.app, patch, options)))
            .toList();
    return changes.stream().map(CompletableFuture::join).toList();
  }

  private static String env(Outcome read, String name) {
    for (var variable : read.body().at("/spec/containers/0/env")) {
      if (variable.path("name").asText().equals(name)) {
        return variable.path("value").asText();
      }
    }
    return "";
  }
}
