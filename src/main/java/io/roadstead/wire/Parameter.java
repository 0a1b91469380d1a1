// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

/**
 * A parameter of REST operations other than the body, and the corresponding field of gRPC requests.
 */
public enum Parameter {
  NAMESPACE(Place.PATH, "namespace", Kind.TEXT, "name"),
  APP(Place.PATH, "app", Kind.TEXT, "name"),
  FILTER(Place.QUERY, "filter", Kind.TEXT, "filter"),
  PAGE_SIZE(Place.QUERY, "pageSize", Kind.NUMBER, "page_size"),
  PAGE_TOKEN(Place.QUERY, "pageToken", Kind.TEXT, "page_token"),
  VALIDATE_ONLY(Place.QUERY, "validateOnly", Kind.FLAG, "options.validate_only"),
  FORCE(Place.QUERY, "force", Kind.FLAG, "options.force"),
  ADOPT(Place.QUERY, "adopt", Kind.FLAG, "adopt"),
  FOREGROUND(Place.QUERY, "foreground", Kind.FLAG, "foreground"),
  IF_MATCH(Place.HEADER, "If-Match", Kind.TEXT, "options.etag"),
  IF_NONE_MATCH(Place.HEADER, "If-None-Match", Kind.TEXT, "create_only"),
  /** {@code If-None-Match} of a read; gRPC has no equivalent of 304. */
  IF_CHANGED(Place.HEADER, "If-None-Match", Kind.TEXT, ""),
  ACCEPT(Place.HEADER, "Accept", Kind.TEXT, "format");

  /** The location of a parameter in an HTTP request. */
  public enum Place {
    PATH,
    QUERY,
    HEADER
  }

  /** The type of a parameter. */
  public enum Kind {
    /** Any text; an empty text is equivalent to none. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** {@code true} or {@code false}. */
    FLAG
  }

  private final Place place;
  private final String label;
  private final Kind kind;
  private final String field;

  Parameter(Place place, String label, Kind kind, String field) {
    this.place = place;
    this.label = label;
    this.kind = kind;
    this.field = field;
  }

  public Place place() {
    return place;
  }

  /** Its name in HTTP requests. */
  public String label() {
    return label;
  }

  public Kind kind() {
    return kind;
  }

  /**
   * Path of the field of the gRPC request, if any; in list requests, the app or namespace is the
   * parent.
   */
  public String field() {
    return field;
  }
}
