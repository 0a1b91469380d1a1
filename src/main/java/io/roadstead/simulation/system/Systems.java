// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.system;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The systems of {@code systems.yaml}. */
public final class Systems {
  private static final String FILE = "/io/roadstead/simulation/systems.yaml";
  private static final Contents CONTENTS = read();

  private Systems() {}

  /** The content of the file: system pods and systems. */
  record Contents(Map<String, SystemPod> pods, List<SimulatedSystem> systems) {}

  /** A cluster without a particular system. */
  public static SimulatedSystem plain() {
    return CONTENTS.systems().stream().filter(Systems::isPlain).findFirst().orElseThrow();
  }

  /** The ids of all systems; {@code id/kind} for each variant of a system that has several. */
  public static List<String> ids() {
    return chosen().map(SimulatedSystem::id).toList();
  }

  /** The system with an id; without a kind, its first variant. */
  public static SimulatedSystem named(String id) {
    return chosen()
        .filter(system -> system.id().equals(id) || system.id().startsWith(id + "/"))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no system \"%s\"; there are %s"
                        .formatted(id, String.join(", ", ids()))));
  }

  private static Stream<SimulatedSystem> chosen() {
    return CONTENTS.systems().stream().filter(system -> !isPlain(system));
  }

  private static boolean isPlain(SimulatedSystem system) {
    return system.id().equals("plain");
  }

  static SystemPod pod(String name) {
    SystemPod pod = CONTENTS.pods().get(name);
    if (pod == null) {
      throw new IllegalArgumentException(FILE + " has no pod " + name);
    }
    return pod;
  }

  private static Contents read() {
    YAMLMapper yaml = new YAMLMapper();
    for (Class<?> left : List.of(String.class, List.class, Map.class)) {
      yaml.configOverride(left).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }
    try (InputStream file = Systems.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return yaml.readValue(file, Contents.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }
}
