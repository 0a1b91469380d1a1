// SPDX-License-Identifier: Apache-2.0
package io.roadstead.startup;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.EnvConfigSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jboss.logging.Logger;

/**
 * Fails the start when an unknown {@code roadstead} property is set: a misspelled one would be
 * silently ignored, and the service might act on the wrong cluster.
 */
@Singleton
final class UnknownProperties {
  private static final Logger LOG = Logger.getLogger(UnknownProperties.class);
  private static final int FIRST = 1;
  private static final String PROPERTY = "roadstead.";
  private static final String VARIABLE = "ROADSTEAD_";
  private static final Pattern PROFILE = Pattern.compile("^%[^.]+\\.");

  /**
   * Kubernetes sets variables for each Service in pods, and a Service may have the same name as
   * this application.
   */
  private static final Pattern SERVICE_LINK =
      Pattern.compile(
          "ROADSTEAD(_[A-Z0-9_]+)?_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?"
              + "|PORT(_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

  void check(@Observes @Priority(FIRST) StartupEvent event, Config config) {
    if (LaunchMode.current() == LaunchMode.TEST) {
      // Tests have their own settings.
      return;
    }
    Map<String, String> settings = new TreeMap<>();
    for (ConfigSource source : config.getConfigSources()) {
      if (source.getClass() != EnvConfigSource.class) {
        source.getPropertyNames().forEach(name -> settings.putIfAbsent(name, source.getName()));
      }
    }
    problem(settings, System.getenv())
        .ifPresent(
            text -> {
              // Quarkus shows the message of an exception only below its stack trace.
              LOG.error(text);
              throw new IllegalStateException(text);
            });
  }

  /** The errors in properties (by name, with their source) and environment variables, if any. */
  static Optional<String> problem(Map<String, String> settings, Map<String, String> environment) {
    Map<String, String> unknown = new TreeMap<>();
    settings.forEach(
        (name, where) -> {
          String property = PROFILE.matcher(name).replaceFirst("");
          boolean unknownProperty = property.startsWith(PROPERTY) && !KnownProperties.has(property);
          // A file .env has names of variables.
          boolean unknownVariable =
              property.startsWith(VARIABLE) && !KnownProperties.hasVariable(property);
          if (unknownProperty || unknownVariable) {
            unknown.put(property, "in " + where + suggestion(KnownProperties.nearest(property)));
          }
        });
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(VARIABLE)
              && !KnownProperties.hasVariable(name)
              && !isServiceLink(name, value)) {
            Optional<String> nearest = KnownProperties.nearest(name).map(KnownProperties::variable);
            unknown.put(name, "in the environment" + suggestion(nearest));
          }
        });
    return unknown.isEmpty() ? Optional.empty() : Optional.of(text(unknown));
  }

  private static String suggestion(Optional<String> nearest) {
    return nearest
        .map("; did you mean %s?"::formatted)
        .orElse(". docs/configuration.md lists those that exist.");
  }

  private static String text(Map<String, String> unknown) {
    return unknown.entrySet().stream()
        .map(
            entry ->
                "There is no property " + entry.getKey() + ", which is set " + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static boolean isServiceLink(String name, String value) {
    return SERVICE_LINK.matcher(name).matches()
        && (!name.endsWith("_PORT") || value.matches("[0-9]+|(tcp|udp|sctp)://.*"));
  }
}
