// SPDX-License-Identifier: Apache-2.0
package io.roadstead.wire;

import static io.roadstead.wire.Parameter.ACCEPT;
import static io.roadstead.wire.Parameter.ADOPT;
import static io.roadstead.wire.Parameter.FILTER;
import static io.roadstead.wire.Parameter.FORCE;
import static io.roadstead.wire.Parameter.FOREGROUND;
import static io.roadstead.wire.Parameter.IF_CHANGED;
import static io.roadstead.wire.Parameter.IF_MATCH;
import static io.roadstead.wire.Parameter.IF_NONE_MATCH;
import static io.roadstead.wire.Parameter.PAGE_SIZE;
import static io.roadstead.wire.Parameter.PAGE_TOKEN;
import static io.roadstead.wire.Parameter.VALIDATE_ONLY;
import static java.util.Objects.requireNonNull;

import com.google.protobuf.Descriptors;
import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.roadstead.v1.AppsGrpc;
import io.roadstead.v1.ClustersGrpc;
import io.roadstead.wire.Parameter.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The operations of the API, each declared once: its gRPC method, and its method, address,
 * parameters, body and statuses over REST. It is the only source of this information for the
 * service and its documents.
 */
public enum Operation {
  LIST_APPS(AppsGrpc.getListAppsMethod(), Rest.get(Rest.APPS).with(FILTER, PAGE_SIZE, PAGE_TOKEN)),
  GET_APP(AppsGrpc.getGetAppMethod(), Rest.get(Rest.APP).with(IF_CHANGED).answers("app")),
  DEPLOY_APP(
      AppsGrpc.getDeployAppMethod(),
      Rest.put(Rest.APP)
          .with(VALIDATE_ONLY, FORCE, ADOPT, IF_MATCH, IF_NONE_MATCH)
          .takes("spec")
          .answers("app", 200, 201)),
  UPDATE_APP(
      AppsGrpc.getUpdateAppMethod(),
      Rest.patch(Rest.APP).with(VALIDATE_ONLY, FORCE, IF_MATCH).takes("spec").answers("app")),
  GET_MANIFESTS(AppsGrpc.getGetManifestsMethod(), Rest.get(Rest.APP + "/manifests").with(ACCEPT)),
  RELEASE_APP(
      AppsGrpc.getReleaseAppMethod(),
      Rest.delete(Rest.APP + "/management").with(VALIDATE_ONLY, IF_MATCH)),
  DELETE_APP(
      AppsGrpc.getDeleteAppMethod(),
      Rest.delete(Rest.APP).with(FOREGROUND, VALIDATE_ONLY, IF_MATCH).answers("", 200, 202)),
  GET_APP_EXPOSURE(
      AppsGrpc.getGetAppExposureMethod(),
      Rest.get(Rest.APP + "/exposure").with(IF_CHANGED).answers("exposure")),
  EXPOSE_APP(
      AppsGrpc.getExposeAppMethod(),
      Rest.put(Rest.APP + "/exposure")
          .with(VALIDATE_ONLY, FORCE, IF_MATCH)
          .takes("exposure")
          .answers("status")),
  UNEXPOSE_APP(
      AppsGrpc.getUnexposeAppMethod(),
      Rest.delete(Rest.APP + "/exposure").with(VALIDATE_ONLY, FORCE, IF_MATCH).answers("status")),
  GET_APP_SCALE(
      AppsGrpc.getGetAppScaleMethod(),
      Rest.get(Rest.APP + "/scale").with(IF_CHANGED).answers("scale")),
  SCALE_APP(
      AppsGrpc.getScaleAppMethod(),
      Rest.put(Rest.APP + "/scale")
          .with(VALIDATE_ONLY, FORCE, IF_MATCH)
          .takes("scale")
          .answers("status")),
  STOP_APP(
      AppsGrpc.getStopAppMethod(),
      Rest.post(Rest.APP + "/stop").with(VALIDATE_ONLY, FORCE, IF_MATCH).answers("status")),
  START_APP(
      AppsGrpc.getStartAppMethod(),
      Rest.post(Rest.APP + "/start").with(VALIDATE_ONLY, FORCE, IF_MATCH).answers("status")),
  GET_APP_STATUS(
      AppsGrpc.getGetAppStatusMethod(),
      Rest.get(Rest.APP + "/status").with(IF_CHANGED).answers("status")),
  LIST_PODS(AppsGrpc.getListPodsMethod(), Rest.get(Rest.APP + "/pods").with(PAGE_SIZE, PAGE_TOKEN)),
  GET_LOGICAL_VIEW(
      AppsGrpc.getGetLogicalViewMethod(),
      Rest.get(Rest.APP + "/views/logical").with(ACCEPT).answers("view")),
  GET_PHYSICAL_VIEW(
      AppsGrpc.getGetPhysicalViewMethod(),
      Rest.get(Rest.APP + "/views/physical").with(ACCEPT).answers("view")),
  GET_CLUSTER(ClustersGrpc.getGetClusterMethod(), Rest.get("/v1/cluster").answers("cluster")),
  LIST_NODES(
      ClustersGrpc.getListNodesMethod(), Rest.get("/v1/cluster/nodes").with(PAGE_SIZE, PAGE_TOKEN));

  private final MethodDescriptor<?, ?> rpc;
  private final Rest rest;

  Operation(MethodDescriptor<?, ?> rpc, Rest rest) {
    this.rpc = rpc;
    this.rest = rest;
  }

  /** The operation at an address; empty if the address does not support the method. */
  public static Optional<Operation> find(String method, String path) {
    return at(path).filter(it -> it.method().equals(method)).findFirst();
  }

  /**
   * The methods of an address, for the header {@code Allow}; empty if the address does not exist.
   */
  public static List<String> allowedMethods(String path) {
    Set<String> methods = new TreeSet<>();
    at(path).forEach(it -> methods.add(it.method()));
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    if (!methods.isEmpty()) {
      methods.add("OPTIONS");
    }
    return List.copyOf(methods);
  }

  private static Stream<Operation> at(String path) {
    String[] segments = Rest.segments(path);
    return Arrays.stream(values()).filter(it -> it.rest.isAt(segments));
  }

  /** Its id in the OpenAPI document: the gRPC method's name in lowerCamelCase. */
  public String id() {
    String name = requireNonNull(rpc.getBareMethodName());
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** The gRPC method. */
  public Descriptors.MethodDescriptor rpc() {
    return ((ProtoMethodDescriptorSupplier) requireNonNull(rpc.getSchemaDescriptor()))
        .getMethodDescriptor();
  }

  /** The HTTP method. */
  public String method() {
    return rest.method();
  }

  /** The address, with the names of path parameters in braces. */
  public String path() {
    return rest.path();
  }

  /** All parameters: path parameters in order, then query parameters and headers. */
  public List<Parameter> parameters() {
    return rest.parameters();
  }

  /** The parameters in one location. */
  public List<Parameter> parameters(Place place) {
    return rest.parameters().stream().filter(parameter -> parameter.place() == place).toList();
  }

  /** The field, or the group of fields, of the gRPC request that is the body; empty for none. */
  public String body() {
    return rest.body();
  }

  /** The media type of the body, if there is one. */
  public String mediaType() {
    return this == UPDATE_APP ? SpecPatch.MEDIA_TYPE : "application/json";
  }

  /**
   * The field, or the group of fields, of the gRPC response that is the body; empty for the whole
   * response.
   */
  public String answer() {
    return rest.answer();
  }

  /** Its success statuses. */
  public List<Integer> successes() {
    return rest.successes();
  }

  /** Its error statuses. */
  public List<Integer> errors() {
    List<Integer> statuses = new ArrayList<>(List.of(400, 401, 403, 405, 406, 429, 500, 503, 504));
    if (rest.path().contains("{namespace}")) {
      statuses.add(404);
    }
    if (!rest.method().equals("GET")) {
      statuses.addAll(List.of(409, 412));
    }
    if (!rest.body().isEmpty()) {
      statuses.addAll(List.of(413, 415));
    }
    return statuses.stream().sorted().toList();
  }
}
