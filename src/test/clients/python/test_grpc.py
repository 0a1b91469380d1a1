# SPDX-License-Identifier: Apache-2.0
"""An app's life as a user of the client generated from proto/ sees it."""

import os
import time

import grpc
import pytest
from google.rpc import error_details_pb2
from grpc_status import rpc_status
from roadstead.v1 import app_pb2, apps_service_pb2, apps_service_pb2_grpc, clusters_service_pb2
from roadstead.v1 import clusters_service_pb2_grpc, status_pb2

TARGET = os.environ.get("ROADSTEAD_GRPC", "127.0.0.1:8080")
NAME = "namespaces/default/apps/python-grpc-client"
PATIENCE = 20


@pytest.fixture
def channel():
    with grpc.insecure_channel(TARGET) as channel:
        yield channel


@pytest.fixture
def apps(channel):
    return apps_service_pb2_grpc.AppsStub(channel)


def request(image: str) -> apps_service_pb2.DeployAppRequest:
    port = app_pb2.ContainerPort(name="http", port=8080)
    container = app_pb2.Container(name="web", image=image, ports=[port])
    return apps_service_pb2.DeployAppRequest(name=NAME, spec=app_pb2.AppSpec(containers=[container]))


def test_deploys_scales_reports_and_deletes(apps):
    assert apps.DeployApp(request("luksa/kubia:1.0"), timeout=PATIENCE).app.name == NAME
    apps.ScaleApp(apps_service_pb2.ScaleAppRequest(name=NAME, replicas=2), timeout=PATIENCE)
    until = time.monotonic() + 60
    while True:
        status = apps.GetAppStatus(apps_service_pb2.GetAppStatusRequest(name=NAME), timeout=PATIENCE).status
        if status.state == status_pb2.APP_STATE_READY and status.ready_replicas == 2:
            break
        assert time.monotonic() < until, f"not ready within a minute: {status}"
        time.sleep(0.25)
    assert len(apps.ListPods(apps_service_pb2.ListPodsRequest(parent=NAME), timeout=PATIENCE).pods) == 2
    apps.DeleteApp(apps_service_pb2.DeleteAppRequest(name=NAME, foreground=True), timeout=PATIENCE)
    with pytest.raises(grpc.RpcError) as refusal:
        apps.GetApp(apps_service_pb2.GetAppRequest(name=NAME), timeout=PATIENCE)
    assert refusal.value.code() == grpc.StatusCode.NOT_FOUND


def test_reads_reason_and_field_of_a_refusal(apps):
    with pytest.raises(grpc.RpcError) as refusal:
        apps.DeployApp(request("Not An Image"), timeout=PATIENCE)
    info, fields = error_details_pb2.ErrorInfo(), error_details_pb2.BadRequest()
    for detail in rpc_status.from_call(refusal.value).details:
        detail.Unpack(info)
        detail.Unpack(fields)
    assert (info.reason, info.domain) == ("INVALID_ARGUMENT", "roadstead.io")
    assert fields.field_violations[0].field == "containers[0].image"


def test_reads_the_cluster(channel):
    clusters = clusters_service_pb2_grpc.ClustersStub(channel)
    answer = clusters.GetCluster(clusters_service_pb2.GetClusterRequest(), timeout=PATIENCE)
    assert answer.cluster.node_count == 3


def test_keeps_values_and_fields_of_a_later_version():
    later = status_pb2.AppStatus(name=NAME)
    later.state = 999  # proto3 enums are open
    tag, text = (9999 << 3) | 2, b"new"
    varint = bytes([tag & 0x7F | 0x80, tag >> 7 & 0x7F | 0x80, tag >> 14])
    bytes_of_later = later.SerializeToString() + varint + bytes([len(text)]) + text
    read = status_pb2.AppStatus.FromString(bytes_of_later)
    assert (read.name, read.state) == (NAME, 999)
    assert read.SerializeToString() == bytes_of_later
