// SPDX-License-Identifier: Apache-2.0
package io.roadstead.simulation.store.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A set of fields of a document, as a tree of the path elements of the FieldsV1 format ({@code
 * f:spec}, {@code k:{"name":"web"}}, {@code v:"x"}). Immutable.
 */
final class FieldSet {
  static final FieldSet EMPTY = new FieldSet(false, new TreeMap<>());
  private static final String SELF = ".";

  private final boolean member;
  private final SortedMap<String, FieldSet> children;

  private FieldSet(boolean member, SortedMap<String, FieldSet> children) {
    this.member = member;
    this.children = children;
  }

  /** A node of the tree; empty children are omitted. */
  static FieldSet of(boolean member, Map<String, FieldSet> children) {
    TreeMap<String, FieldSet> kept = new TreeMap<>();
    children.forEach(
        (element, child) -> {
          if (!child.isEmpty()) {
            kept.put(element, child);
          }
        });
    return new FieldSet(member, kept);
  }

  static FieldSet fromJson(JsonNode fields) {
    return parse(fields, false);
  }

  private static FieldSet parse(JsonNode node, boolean leafIsMember) {
    TreeMap<String, FieldSet> children = new TreeMap<>();
    node.fields()
        .forEachRemaining(
            field -> {
              if (!field.getKey().equals(SELF)) {
                children.put(PathElement.normal(field.getKey()), parse(field.getValue(), true));
              }
            });
    return of(node.has(SELF) || (leafIsMember && node.isEmpty()), children);
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (member && !children.isEmpty()) {
      json.putObject(SELF);
    }
    children.forEach((element, child) -> json.set(element, child.toJson()));
    return json;
  }

  boolean isEmpty() {
    return !member && children.isEmpty();
  }

  /** Whether the field at the root of this tree is itself in the set. */
  boolean isMember() {
    return member;
  }

  FieldSet child(String element) {
    return children.getOrDefault(element, EMPTY);
  }

  FieldSet union(FieldSet other) {
    TreeMap<String, FieldSet> all = new TreeMap<>(children);
    other.children.forEach((element, child) -> all.merge(element, child, FieldSet::union));
    return of(member || other.member, all);
  }

  FieldSet minus(FieldSet other) {
    TreeMap<String, FieldSet> left = new TreeMap<>();
    children.forEach((element, child) -> left.put(element, child.minus(other.child(element))));
    return of(member && !other.member, left);
  }

  FieldSet intersect(FieldSet other) {
    TreeMap<String, FieldSet> both = new TreeMap<>();
    children.forEach((element, child) -> both.put(element, child.intersect(other.child(element))));
    return of(member && other.member, both);
  }

  boolean hasChildren() {
    return !children.isEmpty();
  }

  /** The same fields below, without the root itself. */
  FieldSet asNoMember() {
    return new FieldSet(false, children);
  }

  /** Without one child and everything below it. */
  FieldSet without(String element) {
    TreeMap<String, FieldSet> left = new TreeMap<>(children);
    left.remove(element);
    return of(member, left);
  }

  /** With one child replaced. */
  FieldSet with(String element, FieldSet child) {
    TreeMap<String, FieldSet> changed = new TreeMap<>(children);
    changed.put(element, child);
    return of(member, changed);
  }

  /** With all named fields that have fields below them as additional members. */
  FieldSet withNamedFieldsAsMembers() {
    TreeMap<String, FieldSet> named = new TreeMap<>();
    children.forEach(
        (element, child) -> {
          FieldSet deep = child.withNamedFieldsAsMembers();
          boolean field = PathElement.isField(element);
          named.put(element, new FieldSet(deep.member || field, deep.children));
        });
    return of(member, named);
  }

  /** All members as paths such as {@code .spec.containers[name="web"].image}. */
  List<String> paths() {
    List<String> paths = new ArrayList<>();
    collect("", paths);
    return paths;
  }

  /** The members of a level come before those below them, as in the server's messages. */
  private void collect(String prefix, List<String> paths) {
    for (String element : children.keySet()) {
      if (child(element).isMember()) {
        paths.add(prefix + PathElement.display(element));
      }
    }
    for (String element : children.keySet()) {
      child(element).collect(prefix + PathElement.display(element), paths);
    }
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof FieldSet other && member == other.member && children.equals(other.children);
  }

  @Override
  public int hashCode() {
    return Objects.hash(member, children);
  }

  @Override
  public String toString() {
    return toJson().toString();
  }
}
