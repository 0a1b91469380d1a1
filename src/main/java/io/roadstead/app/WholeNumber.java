// SPDX-License-Identifier: Apache-2.0
package io.roadstead.app;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** The number fields of requests, with the range of each. */
public enum WholeNumber {
  REPLICAS("replicas", 0, Scale.MOST_REPLICAS),
  MIN_REPLICAS("minReplicas", 1, Scale.MOST_REPLICAS),
  MAX_REPLICAS("maxReplicas", 1, Scale.MOST_REPLICAS),
  TARGET_CPU_PERCENT("targetCpuPercent", 1, 1000),
  PORT("port", 1, Syntax.HIGHEST_PORT),
  GRPC_PORT("grpc.port", 1, Syntax.HIGHEST_PORT),
  NODE_PORT("nodePort", 1, Syntax.HIGHEST_PORT),
  INITIAL_DELAY("initialDelaySeconds", 0, Integer.MAX_VALUE),
  PERIOD("periodSeconds", 1, Integer.MAX_VALUE),
  TIMEOUT("timeoutSeconds", 1, Integer.MAX_VALUE),
  SUCCESS_THRESHOLD("successThreshold", 1, Integer.MAX_VALUE),
  FAILURE_THRESHOLD("failureThreshold", 1, Integer.MAX_VALUE),
  PAGE_SIZE("pageSize", 1, PageRequest.LARGEST);

  private final String field;
  private final int least;
  private final int most;

  WholeNumber(String field, int least, int most) {
    this.field = field;
    this.least = least;
    this.most = most;
  }

  /** The number field that matches the end of a field's path; empty when unknown. */
  public static Optional<WholeNumber> at(String path) {
    return Arrays.stream(values())
        .filter(number -> path.equals(number.field) || path.endsWith("." + number.field))
        .max(Comparator.comparingInt(number -> number.field.length()));
  }

  /** What to send, e.g. {@code a number from 1 to 65535}. */
  public String phrase() {
    String range =
        most == Integer.MAX_VALUE
            ? "a number of %d or more".formatted(least)
            : "a number from %d to %d".formatted(least, most);
    return switch (this) {
      case NODE_PORT -> range + " (most clusters allow 30000 to 32767)";
      case GRPC_PORT -> range + " (port names work for http and tcp probes only)";
      default -> range;
    };
  }

  boolean has(int value) {
    return value >= least && value <= most;
  }

  /** The message for a number outside the range. */
  String rule(int value) {
    return Messages.outOfRange(value > most, phrase());
  }
}
