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
import io.roadstead.cluster.ExposureType;
import io.roadstead.cluster.Protocol;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Specs for tests. */
public final class Specs {
  private Specs() {}

  public static AppSpec of(String image, @Nullable Scale scale, @Nullable Exposure exposure) {
    return of(List.of(container("web", image)), scale, exposure, Map.of());
  }

  public static AppSpec of(
      List<Container> containers,
      @Nullable Scale scale,
      @Nullable Exposure exposure,
      Map<String, String> labels) {
    return new AppSpec(containers, scale, exposure, labels, Map.of(), List.of(), null);
  }

  public static Container container(String name, String image, EnvVar... env) {
    return new Container(
        name,
        image,
        List.of(),
        List.of(),
        List.of(env),
        List.of(new ContainerPort("http", 8080, Protocol.TCP)),
        Resources.NONE,
        null,
        null,
        null);
  }

  /** Everything that a container can have, in notations that the API server writes differently. */
  public static AppSpec full() {
    var probe = new Probe(new Probe.HttpGet("/health", "http", false), null, 5, null, null, null);
    var app =
        new Container(
            "web",
            "nginx:1.27",
            List.of("nginx"),
            List.of("-g", "daemon off;"),
            List.of(
                env("MODE", "demo"),
                env("EMPTY", ""),
                new EnvVar("TOKEN", new EnvVar.SecretKey("tokens", "main", true)),
                new EnvVar("COLOUR", new EnvVar.ConfigKey("colours", "web", true))),
            List.of(
                new ContainerPort("http", 8080, Protocol.TCP),
                new ContainerPort("dns", 8080, Protocol.UDP)),
            new Resources(
                Map.of("cpu", new Quantity("0.1"), "memory", new Quantity("65536Ki")),
                Map.of("memory", new Quantity("0.5Gi"))),
            new Probe(new Probe.TcpConnect("8080"), null, null, null, null, 30),
            probe,
            new Probe(new Probe.Exec(List.of("true")), 3, null, null, null, null));
    var sidecar =
        new Container(
            "grpc",
            "ghcr.io/acme/sidecar",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Resources.NONE,
            null,
            new Probe(new Probe.GrpcCheck(9090, ""), null, null, null, null, null),
            null);
    return new AppSpec(
        List.of(app, sidecar),
        new Scale.Fixed(2),
        new Exposure(
            ExposureType.EXTERNAL,
            List.of(
                new ExposurePort("http", 80, "http", Protocol.TCP, null),
                new ExposurePort("dns", 53, "8080", Protocol.UDP, null))),
        Map.of("team", "web"),
        Map.of("example.com/note", "words"),
        List.of("registry"),
        "default");
  }

  public static EnvVar env(String name, String value) {
    return new EnvVar(name, new EnvVar.Value(value));
  }

  public static Exposure exposure(ExposureType type, @Nullable Integer nodePort) {
    return new Exposure(
        type, List.of(new ExposurePort("http", 80, "http", Protocol.TCP, nodePort)));
  }
}
