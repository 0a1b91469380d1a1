// SPDX-License-Identifier: Apache-2.0
package io.roadstead.docs;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads from the sources which properties there are, with their defaults and their Javadoc. */
final class ConfigurationReference {

  /** One property; {@code description} is its Javadoc in one line, empty when there is none. */
  record Property(String name, Optional<String> defaultValue, String description) {}

  private ConfigurationReference() {}

  /** The properties of every {@code @ConfigMapping} below a folder of sources, by name. */
  static List<Property> of(Path sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> files = Files.walk(sources);
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<Path> mappings = files.filter(ConfigurationReference::isMapping).sorted().toList();
      var units = manager.getJavaFileObjectsFromPaths(mappings);
      JavacTask task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
      DocTrees docs = DocTrees.instance(task);
      return Stream.of(task.parse())
          .flatMap(ConfigurationReference::each)
          .flatMap(unit -> properties(docs, unit))
          .sorted(Comparator.comparing(Property::name))
          .toList();
    }
  }

  private static Stream<CompilationUnitTree> each(
      Iterable<? extends CompilationUnitTree> parsedUnits) {
    Stream.Builder<CompilationUnitTree> units = Stream.builder();
    parsedUnits.forEach(units::add);
    return units.build();
  }

  private static boolean isMapping(Path file) {
    try {
      return file.toString().endsWith(".java")
          && Files.readString(file).contains("@ConfigMapping(prefix");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Property> properties(DocTrees docs, CompilationUnitTree unit) {
    return unit.getTypeDecls().stream()
        .map(ClassTree.class::cast)
        .flatMap(
            type ->
                annotation(type.getModifiers(), "ConfigMapping").stream()
                    .flatMap(prefix -> properties(docs, TreePath.getPath(unit, type), prefix)));
  }

  private static Stream<Property> properties(DocTrees docs, TreePath path, String prefix) {
    ClassTree type = (ClassTree) path.getLeaf();
    return type.getMembers().stream()
        .filter(member -> member.getKind() == Tree.Kind.METHOD)
        .map(MethodTree.class::cast)
        .filter(method -> method.getBody() == null)
        .flatMap(method -> properties(docs, path, prefix, method));
  }

  private static Stream<Property> properties(
      DocTrees docs, TreePath path, String prefix, MethodTree method) {
    String name =
        prefix
            + "."
            + annotation(method.getModifiers(), "WithName")
                .orElseGet(() -> kebab(method.getName().toString()));
    Optional<ClassTree> group =
        nested(path, method.getReturnType().toString(), Tree.Kind.INTERFACE);
    if (group.isPresent()) {
      return properties(docs, new TreePath(path, group.get()), name);
    }
    String comment = docs.getDocComment(new TreePath(path, method));
    String line = comment == null ? "" : comment.strip().replaceAll("\\s+", " ");
    String description = plain(line) + choices(path, method.getReturnType().toString());
    return Stream.of(
        new Property(name, annotation(method.getModifiers(), "WithDefault"), description));
  }

  /** What a property of an enum type may be, as a sentence. */
  private static String choices(TreePath path, String type) {
    return nested(path, type, Tree.Kind.ENUM)
        .map(
            choices ->
                choices.getMembers().stream()
                    .filter(member -> member.getKind() == Tree.Kind.VARIABLE)
                    .map(member -> "`" + ((VariableTree) member).getName() + "`")
                    .collect(Collectors.joining(", ", " One of ", ".")))
        .orElse("");
  }

  private static Optional<ClassTree> nested(TreePath path, String name, Tree.Kind kind) {
    return ((ClassTree) path.getLeaf())
        .getMembers().stream()
            .filter(member -> member.getKind() == kind)
            .map(ClassTree.class::cast)
            .filter(type -> type.getSimpleName().contentEquals(name))
            .findFirst();
  }

  private static Optional<String> annotation(ModifiersTree modifiers, String name) {
    return modifiers.getAnnotations().stream()
        .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
        .map(AnnotationTree::getArguments)
        .map(arguments -> text(arguments.get(0)))
        .findFirst();
  }

  private static String text(ExpressionTree argument) {
    ExpressionTree value =
        argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
    return String.valueOf(((LiteralTree) value).getValue());
  }

  private static String plain(String javadoc) {
    return javadoc.replaceAll("\\{@(?:code|link) #?([^}]*)}", "`$1`").replace("|", "\\|");
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
