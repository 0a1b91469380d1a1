// SPDX-License-Identifier: Apache-2.0
package io.roadstead;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.roadstead.app.AppRepository;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the rooms of docs/architecture.md and their doors. */
class ArchitectureTest {
  private static final String ROOT = "io.roadstead.";
  private static final String GENERATED = "io.roadstead.v1..";

  /** Which rooms each room may use. */
  private static final Map<String, Set<String>> DOORS =
      Map.ofEntries(
          entry("app", Set.of("cluster")),
          entry("cluster", Set.of()),
          entry("identity", Set.of("app")),
          entry("edge", Set.of("wire")),
          entry("wire", Set.of("v1")),
          entry("drawing", Set.of("app", "cluster")),
          entry("rest", Set.of("app", "cluster", "identity", "edge", "drawing", "wire")),
          entry("grpc", Set.of("app", "cluster", "identity", "edge", "drawing", "v1")),
          entry("v1", Set.of()),
          entry("kubernetes", Set.of("app", "cluster", "identity")),
          entry("probe", Set.of("cluster")),
          entry("simulation", Set.of()),
          entry("local", Set.of("kubernetes", "simulation")),
          entry("health", Set.of("app", "kubernetes")));

  /** Which packages of others each room must do without. */
  private static final Map<String, Set<String>> FORBIDDEN =
      Map.of(
          "rest", Set.of("io.fabric8..", "com.google.protobuf..", "io.grpc..", "com.google.rpc.."),
          "grpc", Set.of("io.fabric8..", "jakarta.ws.rs.."),
          "kubernetes", Set.of("jakarta.ws.rs..", "io.grpc..", "com.google.protobuf.."),
          "simulation",
              Set.of("jakarta.ws.rs..", "io.grpc..", "jakarta.enterprise..", "jakarta.inject.."),
          "health", Set.of("jakarta.ws.rs..", "io.grpc..", "io.fabric8.."),
          "wire", Set.of("io.fabric8..", "jakarta.ws.rs.."),
          "identity", Set.of("jakarta.ws.rs..", "io.grpc..", "io.fabric8.."),
          "edge", Set.of("jakarta.ws.rs..", "io.grpc..", "io.fabric8.."),
          "drawing", Set.of("jakarta.ws.rs..", "io.grpc..", "io.fabric8..", "io.quarkus.."),
          "probe", Set.of("jakarta.ws.rs..", "io.grpc..", "io.fabric8.."));

  private static JavaClasses ours;

  @BeforeAll
  static void read() {
    ours =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.roadstead");
  }

  @TestFactory
  Stream<DynamicTest> opensOnlyTheDoorsThatAreThere() {
    return DOORS.entrySet().stream()
        .map(
            door ->
                DynamicTest.dynamicTest(
                    door.getKey(), () -> checkDoors(door.getKey(), door.getValue())));
  }

  private static void checkDoors(String room, Set<String> open) {
    String[] allowed =
        Stream.concat(Stream.of(room), open.stream())
            .map(name -> ROOT + name + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + room + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.roadstead..").and(resideOutsideOfPackages(allowed)))
        .check(ours);
  }

  @Test
  void hasNoRoomWithoutDoors() {
    classes()
        .should()
        .resideInAnyPackage(
            DOORS.keySet().stream().map(room -> ROOT + room + "..").toArray(String[]::new))
        .check(ours);
  }

  @TestFactory
  Stream<DynamicTest> doesWithoutWhatBelongsElsewhere() {
    return FORBIDDEN.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage(ROOT + entry.getKey() + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(entry.getValue().toArray(String[]::new))
                            .check(ours)));
  }

  @Test
  void keepsTheCorePlain() {
    classes()
        .that()
        .resideInAnyPackage(ROOT + "app..", ROOT + "cluster..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "app..",
            ROOT + "cluster..",
            "java..",
            "org.jspecify.annotations..",
            "jakarta.enterprise.context..")
        .check(ours);
  }

  @Test
  void drawsWithTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage(ROOT + "drawing..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "drawing..",
            ROOT + "app..",
            ROOT + "cluster..",
            "java..",
            "javax.xml.stream..",
            "org.jspecify.annotations..")
        .check(ours);
  }

  @Test
  void hasNoCycles() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(ours);
  }

  @Test
  void leavesTheSimulationOutOfProduction() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "simulation..", ROOT + "local..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "simulation..", ROOT + "local..")
        .check(ours);
  }

  @Test
  void goesThroughTheUseCases() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "rest..", ROOT + "grpc..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(AppRepository.class)
        .check(ours);
  }

  @Test
  void injectsByConstructorOnly() {
    fields()
        .that()
        .areDeclaredInClassesThat(resideOutsideOfPackages(GENERATED))
        .should()
        .notBeAnnotatedWith(Inject.class)
        .andShould()
        .notBeAnnotatedWith(ConfigProperty.class)
        .check(ours);
  }

  @Test
  void logsInsteadOfPrinting() {
    noClasses().should(ACCESS_STANDARD_STREAMS).check(ours);
  }

  @Test
  void asksAClockForTheTime() {
    noClasses()
        .that(resideOutsideOfPackages(GENERATED))
        .and()
        .haveSimpleNameNotEndingWith("Clock")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(ours);
  }

  @Test
  void namesThingsForWhatTheyAre() {
    noClasses()
        .that(resideOutsideOfPackages(GENERATED))
        .should()
        .haveNameMatching(".*[a-z](Impl|Utils?|Helper|Manager|Common)")
        .check(ours);
  }
}
