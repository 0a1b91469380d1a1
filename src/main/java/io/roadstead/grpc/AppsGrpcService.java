// SPDX-License-Identifier: Apache-2.0
package io.roadstead.grpc;

import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.roadstead.app.App;
import io.roadstead.app.AppName;
import io.roadstead.app.AppService;
import io.roadstead.app.DeleteResult;
import io.roadstead.app.LogicalView;
import io.roadstead.app.PhysicalView;
import io.roadstead.app.ReleaseResult;
import io.roadstead.app.WriteResult;
import io.roadstead.v1.AppsGrpc;
import io.roadstead.v1.DeleteAppRequest;
import io.roadstead.v1.DeleteAppResponse;
import io.roadstead.v1.DeployAppRequest;
import io.roadstead.v1.DeployAppResponse;
import io.roadstead.v1.ExposeAppRequest;
import io.roadstead.v1.ExposeAppResponse;
import io.roadstead.v1.GetAppExposureRequest;
import io.roadstead.v1.GetAppExposureResponse;
import io.roadstead.v1.GetAppRequest;
import io.roadstead.v1.GetAppResponse;
import io.roadstead.v1.GetAppScaleRequest;
import io.roadstead.v1.GetAppScaleResponse;
import io.roadstead.v1.GetAppStatusRequest;
import io.roadstead.v1.GetAppStatusResponse;
import io.roadstead.v1.GetLogicalViewRequest;
import io.roadstead.v1.GetLogicalViewResponse;
import io.roadstead.v1.GetManifestsRequest;
import io.roadstead.v1.GetManifestsResponse;
import io.roadstead.v1.GetPhysicalViewRequest;
import io.roadstead.v1.GetPhysicalViewResponse;
import io.roadstead.v1.ListAppsRequest;
import io.roadstead.v1.ListAppsResponse;
import io.roadstead.v1.ListPodsRequest;
import io.roadstead.v1.ListPodsResponse;
import io.roadstead.v1.ReleaseAppRequest;
import io.roadstead.v1.ReleaseAppResponse;
import io.roadstead.v1.ScaleAppRequest;
import io.roadstead.v1.ScaleAppResponse;
import io.roadstead.v1.StartAppRequest;
import io.roadstead.v1.StartAppResponse;
import io.roadstead.v1.StopAppRequest;
import io.roadstead.v1.StopAppResponse;
import io.roadstead.v1.UnexposeAppRequest;
import io.roadstead.v1.UnexposeAppResponse;
import io.roadstead.v1.UpdateAppRequest;
import io.roadstead.v1.UpdateAppResponse;
import io.roadstead.v1.ViewFormat;
import io.roadstead.wire.AppToProto;
import io.roadstead.wire.ExposureFromProto;
import io.roadstead.wire.PodToProto;
import io.roadstead.wire.ScaleFromProto;
import io.roadstead.wire.SpecFromProto;
import io.roadstead.wire.SpecPatch;
import io.roadstead.wire.StatusToProto;
import io.smallrye.common.annotation.Blocking;

/** The service {@code roadstead.v1.Apps}; its methods run on workers. */
@GrpcService
@Blocking
public class AppsGrpcService extends AppsGrpc.AppsImplBase {
  private final AppService apps;

  AppsGrpcService(AppService apps) {
    this.apps = apps;
  }

  @Override
  public void deployApp(DeployAppRequest request, StreamObserver<DeployAppResponse> answer) {
    AppName name = NameFromProto.app("name", request.getName());
    WriteResult result =
        apps.deploy(
            CallContext.caller(),
            name,
            SpecFromProto.fromProto(request.getSpec()),
            RequestFromProto.options(request));
    Answers.send(
        answer,
        DeployAppResponse.newBuilder()
            .setApp(AppToProto.toProto(result))
            .setCreated(result.created() && !request.getOptions().getValidateOnly())
            .build());
  }

  @Override
  public void updateApp(UpdateAppRequest request, StreamObserver<UpdateAppResponse> answer) {
    AppName name = NameFromProto.app("name", request.getName());
    WriteResult result =
        apps.update(
            CallContext.caller(),
            name,
            SpecPatch.fromProto(request),
            RequestFromProto.options(request.getOptions()));
    Answers.send(answer, UpdateAppResponse.newBuilder().setApp(AppToProto.toProto(result)).build());
  }

  @Override
  public void getApp(GetAppRequest request, StreamObserver<GetAppResponse> answer) {
    AppName name = NameFromProto.app("name", request.getName());
    App app = apps.get(CallContext.caller(), name);
    Answers.send(answer, GetAppResponse.newBuilder().setApp(AppToProto.toProto(app)).build());
  }

  @Override
  public void listApps(ListAppsRequest request, StreamObserver<ListAppsResponse> answer) {
    App.Page page = apps.list(CallContext.caller(), RequestFromProto.query(request));
    Answers.send(answer, AppToProto.toProto(page));
  }

  @Override
  public void getAppExposure(
      GetAppExposureRequest request, StreamObserver<GetAppExposureResponse> answer) {
    AppName name = NameFromProto.app("name", request.getName());
    Answers.send(answer, AppToProto.exposure(apps.exposed(CallContext.caller(), name)));
  }

  @Override
  public void exposeApp(ExposeAppRequest request, StreamObserver<ExposeAppResponse> answer) {
    AppName name = NameFromProto.app("name", request.getName());
    WriteResult result =
        apps.expose(
            CallContext.caller(),
            name,
            ExposureFromProto.fromProto(request.getExposure()),
            RequestFromProto.options(request.getOptions()));
    Answers.send(
        answer, ExposeAppResponse.newBuilder().setStatus(AppToProto.status(result)).build());
  }

  @Override
  public void unexposeApp(UnexposeAppRequest request, StreamObserver<UnexposeAppResponse> answer) {
    AppName name = NameFromProto.app("name", request.getName());
    WriteResult result =
        apps.unexpose(CallContext.caller(), name, RequestFromProto.options(request.getOptions()));
    Answers.send(
        answer, UnexposeAppResponse.newBuilder().setStatus(AppToProto.status(result)).build());
  }

  @Override
  public void getAppScale(GetAppScaleRequest request, StreamObserver<GetAppScaleResponse> answer) {
    AppName name = NameFromProto.app("name", request.getName());
    Answers.send(answer, AppToProto.scale(apps.get(CallContext.caller(), name)));
  }

  @Override
  public void scaleApp(ScaleAppRequest request, StreamObserver<ScaleAppResponse> answer) {
    AppName name = NameFromProto.app("name", request.getName());
    WriteResult result =
        apps.scale(
            CallContext.caller(),
            name,
            ScaleFromProto.fromProto(request),
            RequestFromProto.options(request.getOptions()));
    Answers.send(
        answer, ScaleAppResponse.newBuilder().setStatus(AppToProto.status(result)).build());
  }

  @Override
  public void stopApp(StopAppRequest request, StreamObserver<StopAppResponse> answer) {
    AppName name = NameFromProto.app("name", request.getName());
    WriteResult result =
        apps.stop(CallContext.caller(), name, RequestFromProto.options(request.getOptions()));
    Answers.send(answer, StopAppResponse.newBuilder().setStatus(AppToProto.status(result)).build());
  }

  @Override
  public void startApp(StartAppRequest request, StreamObserver<StartAppResponse> answer) {
    AppName name = NameFromProto.app("name", request.getName());
    WriteResult result =
        apps.start(CallContext.caller(), name, RequestFromProto.options(request.getOptions()));
    Answers.send(
        answer, StartAppResponse.newBuilder().setStatus(AppToProto.status(result)).build());
  }

  @Override
  public void getAppStatus(
      GetAppStatusRequest request, StreamObserver<GetAppStatusResponse> answer) {
    AppName name = NameFromProto.app("name", request.getName());
    Answers.send(
        answer,
        GetAppStatusResponse.newBuilder()
            .setStatus(StatusToProto.toProto(apps.status(CallContext.caller(), name)))
            .build());
  }

  @Override
  public void listPods(ListPodsRequest request, StreamObserver<ListPodsResponse> answer) {
    AppName name = NameFromProto.app("parent", request.getParent());
    App.PodPage page = apps.pods(CallContext.caller(), name, RequestFromProto.page(request));
    Answers.send(answer, PodToProto.toProto(page));
  }

  @Override
  public void getLogicalView(
      GetLogicalViewRequest request, StreamObserver<GetLogicalViewResponse> answer) {
    AppName name = NameFromProto.app("name", request.getName());
    ViewFormat format = ViewToProto.known(request.getFormat(), request.getFormatValue());
    LogicalView view = apps.logicalView(CallContext.caller(), name);
    Answers.send(answer, ViewToProto.toProto(view, format));
  }

  @Override
  public void getPhysicalView(
      GetPhysicalViewRequest request, StreamObserver<GetPhysicalViewResponse> answer) {
    AppName name = NameFromProto.app("name", request.getName());
    ViewFormat format = ViewToProto.known(request.getFormat(), request.getFormatValue());
    PhysicalView view = apps.physicalView(CallContext.caller(), name);
    Answers.send(answer, ViewToProto.toProto(view, format));
  }

  @Override
  public void getManifests(
      GetManifestsRequest request, StreamObserver<GetManifestsResponse> answer) {
    AppName name = NameFromProto.app("name", request.getName());
    String yaml = apps.manifests(CallContext.caller(), name);
    Answers.send(answer, GetManifestsResponse.newBuilder().setYaml(yaml).build());
  }

  @Override
  public void releaseApp(ReleaseAppRequest request, StreamObserver<ReleaseAppResponse> answer) {
    AppName name = NameFromProto.app("name", request.getName());
    ReleaseResult result =
        apps.release(CallContext.caller(), name, RequestFromProto.options(request.getOptions()));
    Answers.send(answer, AppToProto.toProto(result));
  }

  @Override
  public void deleteApp(DeleteAppRequest request, StreamObserver<DeleteAppResponse> answer) {
    AppName name = NameFromProto.app("name", request.getName());
    DeleteResult result =
        apps.delete(
            CallContext.caller(),
            name,
            request.getForeground(),
            RequestFromProto.options(request.getOptions()));
    Answers.send(answer, AppToProto.toProto(result));
  }
}
