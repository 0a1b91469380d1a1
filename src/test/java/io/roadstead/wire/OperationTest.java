// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.roadstead.v1.AppsServiceProto;
import io.roadstead.v1.ClustersServiceProto;
import io.roadstead.wire.Parameter.Place;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Operation} declares is what the JAX-RS resources and the proto have. */
class OperationTest {
  /** What the words of HTTP have no place for. */
  private static final Set<String> NOT_IN_REST =
      Set.of(
          "DeleteAppRequest.options.force",
          "ReleaseAppRequest.options.force",
          "UpdateAppRequest.update_mask.paths");

  @Test
  void declaresEveryMethodOfTheProtoOnce() {
    List<String> declared =
        Arrays.stream(Operation.values()).map(it -> it.rpc().getFullName()).toList();
    List<String> inProto =
        Stream.of(AppsServiceProto.getDescriptor(), ClustersServiceProto.getDescriptor())
            .flatMap(file -> file.getServices().stream())
            .map(ServiceDescriptor::getMethods)
            .flatMap(List::stream)
            .map(MethodDescriptor::getFullName)
            .toList();
    assertThat(declared).containsExactlyInAnyOrderElementsOf(inProto);
  }

  @Test
  void declaresEveryResourceMethodWithItsParameters() {
    Map<String, String> declared = new TreeMap<>();
    for (Operation operation : Operation.values()) {
      declared.put(
          operation.method() + " " + operation.path(),
          "path %s, query %s, body %s"
              .formatted(
                  labels(operation, Place.PATH),
                  labels(operation, Place.QUERY),
                  !operation.body().isEmpty()));
    }
    assertThat(resourceMethods()).containsExactlyInAnyOrderEntriesOf(declared);
  }

  /** Those of reads are not bound to parameters. */
  @ParameterizedTest
  @EnumSource
  void readsTheHeadersThatItDeclares(Operation operation) {
    Set<String> read =
        resources()
            .flatMap(OperationTest::methods)
            .filter(it -> address(it).equals(operation.method() + " " + operation.path()))
            .flatMap(OperationTest::parameters)
            .flatMap(it -> labels(it, HeaderParam.class, HeaderParam::value))
            .collect(Collectors.toSet());
    Set<String> declared = labels(operation, Place.HEADER);
    declared.remove(Parameter.ACCEPT.label());
    if (operation.parameters().contains(Parameter.IF_CHANGED)) {
      declared.remove(Parameter.IF_CHANGED.label());
    }
    assertThat(read).containsAll(declared);
  }

  /** A field that is added to a request has its place in REST, or is named here. */
  @ParameterizedTest
  @EnumSource
  void hasAPlaceForEveryFieldOfTheRequest(Operation operation) {
    Descriptor request = operation.rpc().getInputType();
    Set<String> placed =
        operation.parameters().stream().map(Parameter::field).collect(Collectors.toSet());
    if (placed.contains("name") && request.findFieldByName("parent") != null) {
      placed.add("parent");
    }
    List<String> forgotten =
        request.getFields().stream()
            .filter(field -> !field.getName().equals(operation.body()))
            .filter(field -> !isIn(operation.body(), field))
            .flatMap(OperationTest::leaves)
            .filter(path -> !placed.contains(path))
            .map(path -> request.getName() + "." + path)
            .filter(path -> !NOT_IN_REST.contains(path))
            .toList();
    assertThat(forgotten).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void answersAFieldThatTheAnswerHas(Operation operation) {
    Descriptor answer = operation.rpc().getOutputType();
    assertThat(operation.answer())
        .matches(
            name ->
                name.isEmpty()
                    || answer.findFieldByName(name) != null
                    || answer.getRealOneofs().stream().anyMatch(it -> it.getName().equals(name)));
  }

  @Test
  void findsOperationsByAddress() {
    assertThat(Operation.find("PUT", "/v1/namespaces/default/apps/kubia/scale"))
        .contains(Operation.SCALE_APP);
    assertThat(Operation.find("GET", "/v1/namespaces/-/apps/")).contains(Operation.LIST_APPS);
    assertThat(Operation.find("POST", "/v1/cluster")).isEmpty();
    assertThat(Operation.find("GET", "/v1/namespaces//apps")).isEmpty();
    assertThat(Operation.find("GET", "/v1/cluster/nodes/x")).isEmpty();
  }

  @Test
  void listsTheMethodsOfAnAddress() {
    assertThat(Operation.allowedMethods("/v1/namespaces/default/apps/kubia"))
        .containsExactly("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "PUT");
    assertThat(Operation.allowedMethods("/v1/namespaces/default/apps/kubia/exposure"))
        .containsExactly("DELETE", "GET", "HEAD", "OPTIONS", "PUT");
    assertThat(Operation.allowedMethods("/v1/nothing")).isEmpty();
  }

  private static Stream<String> leaves(FieldDescriptor field) {
    if (field.getJavaType() != JavaType.MESSAGE) {
      return Stream.of(field.getName());
    }
    return field.getMessageType().getFields().stream()
        .map(inner -> field.getName() + "." + inner.getName());
  }

  private static boolean isIn(String group, FieldDescriptor field) {
    return field.getRealContainingOneof() != null
        && field.getRealContainingOneof().getName().equals(group);
  }

  private static Set<String> labels(Operation operation, Place place) {
    return operation.parameters(place).stream()
        .map(Parameter::label)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> resourceMethods() {
    Map<String, String> methods = new TreeMap<>();
    resources()
        .flatMap(OperationTest::methods)
        .forEach(
            method ->
                methods.put(
                    address(method),
                    "path %s, query %s, body %s"
                        .formatted(
                            labels(method, PathParam.class, PathParam::value),
                            labels(method, QueryParam.class, QueryParam::value),
                            Arrays.stream(method.getParameters())
                                .anyMatch(it -> it.getAnnotations().length == 0))));
    return methods;
  }

  private static Stream<Class<?>> resources() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.roadstead.rest")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .<Class<?>>map(type -> type.reflect())
            .filter(type -> type.getAnnotation(Path.class).value().startsWith("/v1"));
  }

  private static Stream<Method> methods(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods()).filter(it -> verb(it).isPresent());
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(it -> it.annotationType().getAnnotation(HttpMethod.class))
        .filter(it -> it != null)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static String address(Method method) {
    String path = method.getDeclaringClass().getAnnotation(Path.class).value();
    Path more = method.getAnnotation(Path.class);
    return verb(method).orElseThrow() + " " + path + (more == null ? "" : "/" + more.value());
  }

  /** The parameters, those of bean parameters among them. */
  private static Stream<AnnotatedElement> parameters(Method method) {
    return Arrays.stream(method.getParameters())
        .flatMap(
            it ->
                it.isAnnotationPresent(BeanParam.class)
                    ? Arrays.stream(it.getType().getDeclaredFields())
                    : Stream.of(it));
  }

  private static <A extends Annotation> Set<String> labels(
      Method method, Class<A> annotation, Function<A, String> value) {
    return parameters(method)
        .flatMap(it -> labels(it, annotation, value))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static <A extends Annotation> Stream<String> labels(
      AnnotatedElement parameter, Class<A> annotation, Function<A, String> value) {
    return Stream.ofNullable(parameter.getAnnotation(annotation)).map(value);
  }
}
