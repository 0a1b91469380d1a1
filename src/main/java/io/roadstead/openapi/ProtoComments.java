// SPDX-License-Identifier: Apache-2.0
package io.roadstead.openapi;

import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments of the proto, by the full name of the commented element. Compiled descriptors do not
 * have them, so they are read from the text, in the format of {@code buf format}.
 */
final class ProtoComments {
  private static final Pattern LITERAL = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
  private static final Pattern BLOCK =
      Pattern.compile("(message|enum|service|oneof|extend) ([\\w.]+) \\{(})?");
  private static final Pattern METHOD = Pattern.compile("rpc (\\w+)\\(.*");
  private static final Pattern MEMBER =
      Pattern.compile("(?:(?:optional|repeated) )?(?:(?:map<.*>|[\\w.]+) )?(\\w+) = \\d+.*");

  private final Map<String, String> comments = new HashMap<>();
  private final Deque<String> scopes = new ArrayDeque<>();
  private final StringBuilder comment = new StringBuilder();
  private int brackets;

  private ProtoComments() {}

  static ProtoComments of(List<FileDescriptor> files) {
    var all = new ProtoComments();
    files.forEach(all::read);
    return all;
  }

  /** The comment on one line; fails if there is none. */
  String on(GenericDescriptor element) {
    String text = comments.get(element.getFullName());
    if (text == null) {
      throw new IllegalStateException("No comment on " + element.getFullName());
    }
    return text;
  }

  /** The files are resources under the names by which they import each other. */
  private void read(FileDescriptor file) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream(file.getName())) {
      if (in == null) {
        throw new IllegalStateException("No resource " + file.getName());
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      scopes.push(file.getPackage());
      lines.lines().map(String::strip).forEach(this::readLine);
      scopes.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readLine(String line) {
    if (line.startsWith("//")) {
      comment.append(comment.isEmpty() ? "" : " ").append(line.substring(2).strip());
      return;
    }
    String code = LITERAL.matcher(line).replaceAll("");
    if (brackets == 0) {
      readCode(code);
    }
    brackets += count(code, '[') - count(code, ']');
    comment.setLength(0);
  }

  private void readCode(String code) {
    Matcher block = BLOCK.matcher(code);
    if (block.matches()) {
      String name = scopes.element() + "." + block.group(2);
      keep(name);
      if (block.group(3) == null) {
        scopes.push(block.group(1).equals("oneof") ? scopes.element() : name);
      }
      return;
    }
    if (code.equals("}")) {
      scopes.pop();
      return;
    }
    for (Pattern pattern : List.of(METHOD, MEMBER)) {
      Matcher member = pattern.matcher(code);
      if (member.matches()) {
        keep(scopes.element() + "." + member.group(1));
      }
    }
  }

  private void keep(String name) {
    if (!comment.isEmpty()) {
      comments.put(name, comment.toString());
    }
  }

  private static int count(String text, char wanted) {
    return (int) text.chars().filter(c -> c == wanted).count();
  }
}
