// SPDX-License-Identifier: Apache-2.0
package io.roadstead;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.roadstead.app.AppRepository;
import io.roadstead.cluster.ClusterSystem;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
          entry("wire", Set.of("app", "cluster", "v1")),
          entry("openapi", Set.of("app", "wire", "v1")),
          entry("drawing", Set.of("app", "cluster")),
          entry("rest", Set.of("app", "cluster", "identity", "edge", "drawing", "wire", "v1")),
          entry("grpc", Set.of("app", "cluster", "identity", "edge", "drawing", "wire", "v1")),
          entry("v1", Set.of()),
          entry("kubernetes", Set.of("app", "cluster", "identity")),
          entry("probe", Set.of("cluster")),
          entry("simulation", Set.of()),
          entry("local", Set.of("kubernetes", "simulation")),
          entry("startup", Set.of()),
          entry("health", Set.of("cluster", "kubernetes")));

  /** Which packages of others each room must do without. */
  private static final Map<String, Set<String>> FORBIDDEN =
      Map.of(
          "rest", Set.of("io.fabric8..", "io.grpc..", "com.google.rpc.."),
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

  /** Which packages within {@code kubernetes} each of them may use. */
  private static final Map<String, Set<String>> INNER_DOORS =
      Map.ofEntries(
          entry("kubernetes.json", Set.of()),
          entry("kubernetes.credential", Set.of("json")),
          entry("kubernetes.client", Set.of("credential", "mapping")),
          entry("kubernetes.mapping", Set.of("json")),
          entry("kubernetes.model", Set.of("json", "mapping")),
          entry("kubernetes.watch", Set.of("client", "model")),
          entry("kubernetes.write", Set.of("client", "json", "mapping", "model", "watch")),
          entry("kubernetes.status", Set.of("model")),
          entry("kubernetes.view", Set.of("model", "status")),
          entry("kubernetes.survey", Set.of("client", "model", "watch")));

  /** The packages within {@code kubernetes} that turn values into values. */
  private static final Map<String, Set<String>> PURE =
      Map.of(
          "kubernetes.model", Set.of("io.fabric8.kubernetes.client.."),
          "kubernetes.status", Set.of("io.fabric8.."),
          "kubernetes.view", Set.of("io.fabric8.."));

  /** What rooms that know no apps may know of the model: how to fail, and for whom they work. */
  private static final Set<String> NO_APP =
      Set.of(
          "SentValue",
          "Kind",
          "AppException",
          "Caller",
          "ErrorCode",
          "ErrorDetails",
          "FieldConflict",
          "Violation",
          "Violations");

  private static final Set<String> WITHOUT_APPS =
      Set.of("identity", "kubernetes.credential", "kubernetes.client", "kubernetes.survey");

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

  @TestFactory
  Stream<DynamicTest> opensOnlyTheDoorsThatAreThereWithinTheAdapter() {
    return INNER_DOORS.entrySet().stream()
        .map(
            door ->
                DynamicTest.dynamicTest(
                    door.getKey(), () -> checkInnerDoors(door.getKey(), door.getValue())));
  }

  private static void checkInnerDoors(String room, Set<String> open) {
    String[] allowed =
        Stream.concat(Stream.of(room), open.stream().map(name -> "kubernetes." + name))
            .map(name -> ROOT + name + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + room + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(ROOT + "kubernetes..").and(resideOutsideOfPackages(allowed)))
        .check(ours);
  }

  @Test
  void hasNoRoomWithoutDoorsWithinTheAdapter() {
    classes()
        .that()
        .resideInAPackage(ROOT + "kubernetes..")
        .should()
        .resideInAnyPackage(
            Stream.concat(
                    Stream.of(ROOT + "kubernetes"),
                    INNER_DOORS.keySet().stream().map(room -> ROOT + room + ".."))
                .toArray(String[]::new))
        .check(ours);
  }

  @TestFactory
  Stream<DynamicTest> keepsPureWhatTurnsValuesIntoValues() {
    return PURE.entrySet().stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room.getKey(),
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage(ROOT + room.getKey() + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                Stream.concat(room.getValue().stream(), IMPURE.stream())
                                    .toArray(String[]::new))
                            .check(ours)));
  }

  /** What calls, waits, is configured or keeps state. */
  private static final Set<String> IMPURE =
      Set.of(
          "java.io..",
          "java.net..",
          "java.nio.file..",
          "java.util.concurrent..",
          "io.vertx..",
          "io.micrometer..",
          "org.eclipse.microprofile..",
          "io.smallrye.config..");

  @TestFactory
  Stream<DynamicTest> doesWithoutApps() {
    return WITHOUT_APPS.stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room,
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage(ROOT + room + "..")
                            .should()
                            .dependOnClassesThat(
                                resideInAnyPackage(ROOT + "app..")
                                    .and(
                                        describe(
                                            "are of an app",
                                            found -> !NO_APP.contains(found.getSimpleName()))))
                            .check(ours)));
  }

  @Test
  void knowsNoConfigurationWhereCredentialsAreGot() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "kubernetes.credential..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse.microprofile.config..", "io.smallrye.config..")
        .check(ours);
  }

  @Test
  void writesToTheApiServerInOnePlace() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "kubernetes..")
        .and()
        .doNotHaveSimpleName("ServerSideApplier")
        .should()
        .callMethodWhere(
            describe(
                "writes to the API server",
                call ->
                    call.getTargetOwner().getPackageName().startsWith(CLIENT)
                        && isWrite(call.getTarget().getName(), call.getTarget())))
        .check(ours);
  }

  private static final String CLIENT = "io.fabric8.kubernetes.client";

  private static final Set<String> WRITES =
      Set.of(
          "create",
          "createOr",
          "createOrReplace",
          "delete",
          "edit",
          "editStatus",
          "patch",
          "patchStatus",
          "replace",
          "replaceStatus",
          "serverSideApply",
          "update",
          "updateStatus",
          "scale");

  /** A raw call with a method of its own may be a write. */
  private static boolean isWrite(String name, CodeUnitAccessTarget target) {
    return WRITES.contains(name)
        || (name.equals("raw") && target.getRawParameterTypes().size() > 1);
  }

  /** The table of docs/architecture.md has the rooms that are held here, and no others. */
  @Test
  void describesEveryRoom() throws IOException {
    Set<String> described =
        Files.readAllLines(Path.of("docs/architecture.md")).stream()
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> held = new TreeSet<>(INNER_DOORS.keySet());
    held.addAll(DOORS.keySet());
    held.removeAll(Set.of("kubernetes", "v1"));

    assertThat(described).isEqualTo(held);
  }

  private static final Pattern ROW = Pattern.compile("\\| `([a-z.]+)` \\|.*\\|.*\\|");

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

  /** What is known of one system is asked of its class, through ClusterSystem. */
  @Test
  void namesASystemInOnePlaceOnly() {
    noClasses()
        .that(resideOutsideOfPackages(ROOT + "cluster.systems.."))
        .and(not(equivalentTo(ClusterSystem.class)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "cluster.systems..")
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

  /**
   * A native executable has the reflection data of our own messages only: with those of
   * dependencies these calls fail there, and only there.
   */
  @Test
  void reflectsOnNoMessageOfADependency() {
    noClasses()
        .that(resideOutsideOfPackages(GENERATED, ROOT + "simulation.."))
        .should()
        .callMethodWhere(reflectsOnAMessage())
        .check(ours);
  }

  private static DescribedPredicate<JavaMethodCall> reflectsOnAMessage() {
    Set<String> onAny = Set.of("pack", "unpack", "unpackSameTypeAs", "is", "isSameTypeAs");
    Set<String> onMessages = Set.of("getDescriptorForType", "getAllFields", "toString");
    return DescribedPredicate.describe(
        "reflects on a message of a dependency",
        call -> {
          JavaClass target = call.getTargetOwner();
          if (target.getName().startsWith("com.google.protobuf.TextFormat")
              || target.getName().startsWith("com.google.protobuf.util.")) {
            return true;
          }
          if (target.getName().equals("com.google.protobuf.Any")
              && onAny.contains(call.getName())) {
            return true;
          }
          // It keeps its fields by descriptor, and has no methods to reflect on.
          boolean dynamic = target.getName().startsWith("com.google.protobuf.DynamicMessage");
          return !dynamic
              && target.isAssignableTo("com.google.protobuf.MessageOrBuilder")
              && !target.getPackageName().startsWith("io.roadstead")
              && !target.isInterface()
              && !target.getModifiers().contains(JavaModifier.ABSTRACT)
              && (onMessages.contains(call.getName())
                  || call.getTarget().getRawParameterTypes().stream()
                      .anyMatch(type -> type.getName().startsWith("com.google.protobuf.Desc")));
        });
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
