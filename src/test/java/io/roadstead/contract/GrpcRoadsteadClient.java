// SPDX-License-Identifier: Apache-2.0
package io.roadstead.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Any;
import com.google.protobuf.FieldMask;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.PreconditionFailure;
import com.google.rpc.RetryInfo;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.roadstead.app.ErrorCode;
import io.roadstead.v1.AppSpec;
import io.roadstead.v1.AppsGrpc;
import io.roadstead.v1.ClustersGrpc;
import io.roadstead.v1.DeleteAppRequest;
import io.roadstead.v1.DeployAppRequest;
import io.roadstead.v1.DeployAppResponse;
import io.roadstead.v1.ExposeAppRequest;
import io.roadstead.v1.Exposure;
import io.roadstead.v1.GetAppExposureRequest;
import io.roadstead.v1.GetAppRequest;
import io.roadstead.v1.GetAppScaleRequest;
import io.roadstead.v1.GetAppStatusRequest;
import io.roadstead.v1.GetClusterRequest;
import io.roadstead.v1.GetLogicalViewRequest;
import io.roadstead.v1.GetManifestsRequest;
import io.roadstead.v1.GetPhysicalViewRequest;
import io.roadstead.v1.ListAppsRequest;
import io.roadstead.v1.ListNodesRequest;
import io.roadstead.v1.ListPodsRequest;
import io.roadstead.v1.ReleaseAppRequest;
import io.roadstead.v1.ScaleAppRequest;
import io.roadstead.v1.StartAppRequest;
import io.roadstead.v1.StopAppRequest;
import io.roadstead.v1.UnexposeAppRequest;
import io.roadstead.v1.UpdateAppRequest;
import io.roadstead.v1.ViewFormat;
import io.roadstead.v1.WriteOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The contract over gRPC. */
final class GrpcRoadsteadClient implements RoadsteadClient {
  private final ManagedChannel channel;
  private final AppsGrpc.AppsBlockingStub apps;
  private final ClustersGrpc.ClustersBlockingStub clusters;

  GrpcRoadsteadClient(URI root, ClientInterceptor... interceptors) {
    channel =
        ManagedChannelBuilder.forAddress(root.getHost(), root.getPort())
            .usePlaintext()
            .intercept(interceptors)
            .build();
    apps = AppsGrpc.newBlockingStub(channel);
    clusters = ClustersGrpc.newBlockingStub(channel);
  }

  @Override
  public Outcome deploy(String namespace, String app, String spec, Options options) {
    var request =
        DeployAppRequest.newBuilder()
            .setName(name(namespace, app))
            .setSpec(ProtoJson.fill(AppSpec.newBuilder(), Json.read(spec)))
            .setOptions(proto(options))
            .setCreateOnly(options.createOnly())
            .setAdopt(options.adopt())
            .build();
    return outcome(
        () -> {
          DeployAppResponse response = apps.deployApp(request);
          JsonNode body = Json.pruned(ProtoJson.toJson(response.getApp()));
          return Outcome.of(body, response.getCreated());
        });
  }

  @Override
  public Outcome update(String namespace, String app, String patch, Options options) {
    JsonNode json = Json.read(patch);
    var request =
        UpdateAppRequest.newBuilder()
            .setName(name(namespace, app))
            .setSpec(ProtoJson.fill(AppSpec.newBuilder(), ProtoJson.withoutNulls(json)))
            .setUpdateMask(
                FieldMask.newBuilder().addAllPaths(ProtoJson.paths(json, AppSpec.getDescriptor())))
            .setOptions(proto(options))
            .build();
    return answer(() -> apps.updateApp(request).getApp());
  }

  @Override
  public Outcome stop(String namespace, String app, Options options) {
    var request =
        StopAppRequest.newBuilder()
            .setName(name(namespace, app))
            .setOptions(proto(options))
            .build();
    return answer(() -> apps.stopApp(request).getStatus());
  }

  @Override
  public Outcome start(String namespace, String app, Options options) {
    var request =
        StartAppRequest.newBuilder()
            .setName(name(namespace, app))
            .setOptions(proto(options))
            .build();
    return answer(() -> apps.startApp(request).getStatus());
  }

  @Override
  public Outcome get(String namespace, String app) {
    var request = GetAppRequest.newBuilder().setName(name(namespace, app)).build();
    return answer(() -> apps.getApp(request).getApp());
  }

  @Override
  public Outcome list(String namespace, int pageSize, String pageToken, String filter) {
    var request =
        ListAppsRequest.newBuilder()
            .setParent("namespaces/" + namespace)
            .setPageSize(pageSize)
            .setPageToken(pageToken)
            .setFilter(filter)
            .build();
    return answer(() -> apps.listApps(request));
  }

  @Override
  public Outcome exposure(String namespace, String app) {
    var request = GetAppExposureRequest.newBuilder().setName(name(namespace, app)).build();
    return answer(() -> apps.getAppExposure(request).getExposure());
  }

  @Override
  public Outcome expose(String namespace, String app, String exposure, Options options) {
    var request =
        ExposeAppRequest.newBuilder()
            .setName(name(namespace, app))
            .setExposure(ProtoJson.fill(Exposure.newBuilder(), Json.read(exposure)))
            .setOptions(proto(options))
            .build();
    return answer(() -> apps.exposeApp(request).getStatus());
  }

  @Override
  public Outcome unexpose(String namespace, String app, Options options) {
    var request =
        UnexposeAppRequest.newBuilder()
            .setName(name(namespace, app))
            .setOptions(proto(options))
            .build();
    return answer(() -> apps.unexposeApp(request).getStatus());
  }

  @Override
  public Outcome scale(String namespace, String app) {
    var request = GetAppScaleRequest.newBuilder().setName(name(namespace, app)).build();
    return answer(() -> apps.getAppScale(request).getScale());
  }

  @Override
  public Outcome scale(String namespace, String app, String scale, Options options) {
    var request =
        ProtoJson.fill(ScaleAppRequest.newBuilder(), Json.read(scale))
            .setName(name(namespace, app))
            .setOptions(proto(options))
            .build();
    return answer(() -> apps.scaleApp(request).getStatus());
  }

  @Override
  public Outcome status(String namespace, String app) {
    var request = GetAppStatusRequest.newBuilder().setName(name(namespace, app)).build();
    return answer(() -> apps.getAppStatus(request).getStatus());
  }

  @Override
  public Outcome pods(String namespace, String app, int pageSize, String pageToken) {
    var request =
        ListPodsRequest.newBuilder()
            .setParent(name(namespace, app))
            .setPageSize(pageSize)
            .setPageToken(pageToken)
            .build();
    return answer(() -> apps.listPods(request));
  }

  @Override
  public Outcome delete(String namespace, String app, boolean foreground, Options options) {
    var request =
        DeleteAppRequest.newBuilder()
            .setName(name(namespace, app))
            .setForeground(foreground)
            .setOptions(proto(options))
            .build();
    return answer(() -> apps.deleteApp(request));
  }

  @Override
  public Outcome logicalView(String namespace, String app) {
    var request = GetLogicalViewRequest.newBuilder().setName(name(namespace, app)).build();
    return answer(() -> apps.getLogicalView(request).getFields());
  }

  @Override
  public Outcome physicalView(String namespace, String app) {
    var request = GetPhysicalViewRequest.newBuilder().setName(name(namespace, app)).build();
    return answer(() -> apps.getPhysicalView(request).getFields());
  }

  @Override
  public Outcome drawn(String namespace, String app, String view, Format format) {
    return outcome(
        () -> {
          var body = Json.object().put("text", text(name(namespace, app), view, format));
          return Outcome.of(body, false);
        });
  }

  private String text(String name, String view, Format format) {
    ViewFormat wanted = ViewFormat.valueOf("VIEW_FORMAT_" + format.name());
    if (view.equals("logical")) {
      var found =
          apps.getLogicalView(
              GetLogicalViewRequest.newBuilder().setName(name).setFormat(wanted).build());
      return format == Format.SVG ? found.getSvg() : found.getMermaid();
    }
    var found =
        apps.getPhysicalView(
            GetPhysicalViewRequest.newBuilder().setName(name).setFormat(wanted).build());
    return format == Format.SVG ? found.getSvg() : found.getMermaid();
  }

  @Override
  public Outcome nodes(int pageSize, String pageToken) {
    var request =
        ListNodesRequest.newBuilder().setPageSize(pageSize).setPageToken(pageToken).build();
    return answer(() -> clusters.listNodes(request));
  }

  @Override
  public Outcome manifests(String namespace, String app) {
    var request = GetManifestsRequest.newBuilder().setName(name(namespace, app)).build();
    return answer(() -> apps.getManifests(request));
  }

  @Override
  public Outcome release(String namespace, String app, Options options) {
    var request =
        ReleaseAppRequest.newBuilder()
            .setName(name(namespace, app))
            .setOptions(proto(options))
            .build();
    return answer(() -> apps.releaseApp(request));
  }

  @Override
  public Outcome cluster() {
    return answer(() -> clusters.getCluster(GetClusterRequest.getDefaultInstance()).getCluster());
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  private static String name(String namespace, String app) {
    return "namespaces/" + namespace + "/apps/" + app;
  }

  private static WriteOptions proto(Options options) {
    return WriteOptions.newBuilder()
        .setEtag(options.etag())
        .setValidateOnly(options.validateOnly())
        .setForce(options.force())
        .build();
  }

  private static Outcome answer(Supplier<? extends Message> call) {
    return outcome(
        () -> {
          JsonNode body = Json.pruned(ProtoJson.toJson(call.get()));
          return Outcome.of(body, false);
        });
  }

  private static Outcome outcome(Supplier<Outcome> call) {
    try {
      return call.get();
    } catch (StatusRuntimeException e) {
      return failed(e);
    }
  }

  private static Outcome failed(StatusRuntimeException error) {
    var fields = new TreeSet<String>();
    List<String> conflicts = new ArrayList<>();
    String reason = error.getStatus().getCode().name() + " without ErrorInfo";
    long retryAfter = 0;
    try {
      for (Any detail : StatusProto.fromThrowable(error).getDetailsList()) {
        if (detail.is(ErrorInfo.class)) {
          ErrorInfo info = detail.unpack(ErrorInfo.class);
          reason = info.getReason();
        } else if (detail.is(PreconditionFailure.class)) {
          detail.unpack(PreconditionFailure.class).getViolationsList().stream()
              .map(GrpcRoadsteadClient::conflict)
              .forEach(conflicts::add);
        } else if (detail.is(BadRequest.class)) {
          detail
              .unpack(BadRequest.class)
              .getFieldViolationsList()
              .forEach(violation -> fields.add(violation.getField()));
        } else if (detail.is(RetryInfo.class)) {
          retryAfter = detail.unpack(RetryInfo.class).getRetryDelay().getSeconds();
        }
      }
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
    assertThat(error.getStatus().getCode().name())
        .as("gRPC code of %s", reason)
        .isEqualTo(ErrorCode.valueOf(reason).grpcCode());
    String message = String.valueOf(error.getStatus().getDescription());
    return new Outcome(Json.object(), false, reason, message, fields, conflicts, retryAfter);
  }

  /** The description is the object and, after a space, the field's path. */
  private static String conflict(PreconditionFailure.Violation violation) {
    assertThat(violation.getType()).isEqualTo("FIELD_CONFLICT");
    String description = violation.getDescription();
    return description.substring(description.indexOf(' ') + 1) + " " + violation.getSubject();
  }
}
