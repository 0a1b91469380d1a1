// SPDX-License-Identifier: Apache-2.0
package io.roadstead.kubernetes.model;

import io.roadstead.app.AppSpec;
import io.roadstead.app.Container;
import io.roadstead.app.ContainerPort;
import io.roadstead.app.EnvVar;
import io.roadstead.app.Exposure;
import io.roadstead.app.ExposurePort;
import io.roadstead.app.Probe;
import io.roadstead.app.Quantity;
import io.roadstead.app.Resources;
import io.roadstead.app.Scale;
import io.roadstead.app.Settings;
import io.roadstead.cluster.ExposureType;
import io.roadstead.cluster.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Valid specs by the seed's choice: every field is left out by some and given by others. Exposures
 * say their target ports, as writes resolve them.
 */
final class GeneratedSpecs {
  private static final int MOST = 3;

  /** Said explicitly: otherwise, it reads back as the default of a new app. */
  private static final Settings SECURITY =
      new Settings(Map.of("security", Map.of("seccomp", "RUNTIME_DEFAULT", "accountToken", false)));

  private static final Settings CONTAINER =
      new Settings(
          Map.of(
              "security",
              Map.of("privilegeEscalation", false),
              "terminationMessagePolicy",
              "FALLBACK_TO_LOGS_ON_ERROR"));

  private final Random random;

  GeneratedSpecs(long seed) {
    random = new Random(seed);
  }

  AppSpec next() {
    List<Container> containers = new ArrayList<>();
    int count = 1 + random.nextInt(MOST);
    IntStream.range(0, count).forEach(index -> containers.add(container(index)));
    return new AppSpec(
            containers,
            random.nextBoolean() ? new Scale.Fixed(random.nextInt(4)) : autoscaling(),
            maybe(this::exposure),
            map("team", "example.com/tier"),
            map("example.com/note", "checksum"),
            some(index -> "registry-" + index),
            maybe(() -> "account-" + random.nextInt(9)),
            List.of(),
            SECURITY)
        .validated();
  }

  private Container container(int index) {
    return new Container(
        "container-" + index,
        pick("nginx", "nginx:1.27", "ghcr.io/acme/shop:latest", "a/b@sha256:" + "0".repeat(64)),
        some(word -> "/bin/command-" + word),
        some(word -> "--argument=" + word),
        some(this::variable),
        some(port -> port(index, port)),
        new Resources(amounts(List.of("100m", "64Mi")), amounts(List.of("2", "1Gi"))),
        maybe(() -> probe(1)),
        maybe(() -> probe(maybe(() -> 2))),
        maybe(() -> probe(null)),
        CONTAINER);
  }

  private EnvVar variable(int index) {
    return new EnvVar(
        "NAME_" + index,
        pick(
            new EnvVar.Value(pick("", "text", "two\nlines")),
            new EnvVar.SecretKey("secret", "key-" + index, random.nextBoolean()),
            new EnvVar.ConfigKey("config", "key-" + index, random.nextBoolean()),
            new EnvVar.PodField("status.podIP"),
            new EnvVar.ContainerResource(
                pick("", "container-0"), "limits.memory", pick("", "1Mi"))));
  }

  private ContainerPort port(int container, int index) {
    return new ContainerPort(
        maybe(() -> "port-" + container + "-" + index), 8000 + index, pick(Protocol.values()));
  }

  private Probe probe(@Nullable Integer successThreshold) {
    return new Probe(
        pick(
            new Probe.HttpGet(pick("/", "/health"), pick("8080", "8443"), random.nextBoolean()),
            new Probe.TcpConnect("5432"),
            new Probe.GrpcCheck(9090, pick("", "shop.v1.Shop")),
            new Probe.Exec(List.of("pg_isready", "-q"))),
        maybe(() -> random.nextInt(3)),
        maybe(() -> 1 + random.nextInt(30)),
        maybe(() -> 1 + random.nextInt(9)),
        successThreshold,
        maybe(() -> 1 + random.nextInt(9)));
  }

  private Scale autoscaling() {
    return new Scale.Autoscaling(1 + random.nextInt(2), 3 + random.nextInt(5), 50);
  }

  private Exposure exposure() {
    ExposureType type = pick(ExposureType.values());
    int count = 1 + random.nextInt(MOST);
    return new Exposure(
        type,
        IntStream.range(0, count)
            .mapToObj(
                index ->
                    new ExposurePort(
                        count == 1 ? maybe(() -> "only") : "port-" + index,
                        80 + index,
                        Integer.toString(8000 + index),
                        pick(Protocol.values()),
                        type == ExposureType.INTERNAL ? null : maybe(() -> 30_000 + index)))
            .toList());
  }

  private Map<String, Quantity> amounts(List<String> ofCpuAndMemory) {
    Map<String, Quantity> amounts = new TreeMap<>();
    if (random.nextBoolean()) {
      amounts.put("cpu", new Quantity(ofCpuAndMemory.get(0)));
    }
    if (random.nextBoolean()) {
      amounts.put("memory", new Quantity(ofCpuAndMemory.get(1)));
    }
    return amounts;
  }

  private Map<String, String> map(String... keys) {
    Map<String, String> map = new TreeMap<>();
    for (String key : keys) {
      if (random.nextBoolean()) {
        map.put(key, "value-" + random.nextInt(9));
      }
    }
    return map;
  }

  private <T> List<T> some(IntFunction<T> element) {
    return IntStream.range(0, random.nextInt(MOST)).mapToObj(element).toList();
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
