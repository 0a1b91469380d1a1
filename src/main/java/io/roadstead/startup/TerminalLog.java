// SPDX-License-Identifier: Apache-2.0
package io.roadstead.startup;

import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Logs plain lines to a terminal, and JSON everywhere else. Explicit settings take precedence. */
public final class TerminalLog implements ConfigSource {
  /** Below application.properties (250), above the values that Quarkus records at build time. */
  private static final int ORDINAL = 150;

  private static final String JSON = "quarkus.log.console.json.enabled";
  private static final String FORMAT = "quarkus.log.console.format";
  private static final String LINE = "%d{HH:mm:ss} %-5p [%c{2.}] %X{requestId} %s%e%n";

  private final Map<String, String> properties;

  /** For this process. */
  public TerminalLog() {
    this(isTerminal() && !isContainer());
  }

  TerminalLog(boolean forPeople) {
    properties = forPeople ? Map.of(JSON, "false", FORMAT, LINE) : Map.of(JSON, "true");
  }

  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From Java 22, there is always a console, which can be queried.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** In a container, log collectors expect JSON, regardless of a terminal. */
  private static boolean isContainer() {
    return System.getenv("KUBERNETES_SERVICE_HOST") != null
        || Files.exists(Path.of("/.dockerenv"))
        || Files.exists(Path.of("/run/.containerenv"));
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }

  @Override
  public Set<String> getPropertyNames() {
    return properties.keySet();
  }

  @Override
  public @Nullable String getValue(String propertyName) {
    return properties.get(propertyName);
  }

  @Override
  public String getName() {
    return "terminal";
  }
}
