# SPDX-License-Identifier: Apache-2.0
"""An app's life as a user of the client generated from the OpenAPI document sees it."""

import os
import time

import pytest
from roadstead_client import (
    ApiClient,
    ApiException,
    AppsApi,
    AppSpec,
    AppState,
    ClustersApi,
    Configuration,
    Container,
    ContainerPort,
    Exposure,
    ExposurePort,
    ExposureState,
    ExposureType,
    PortReference,
    Scale,
)

URL = os.environ.get("ROADSTEAD_URL", "http://127.0.0.1:8080")
NAMESPACE, APP = "default", "python-client"


@pytest.fixture
def client():
    with ApiClient(Configuration(host=URL)) as client:
        yield client


@pytest.fixture
def apps(client):
    return AppsApi(client)


def spec(image: str) -> AppSpec:
    return AppSpec(containers=[Container(name="web", image=image, ports=[ContainerPort(name="http", port=8080)])])


def ready_with(apps: AppsApi, replicas: int):
    until = time.monotonic() + 60
    while True:
        status = apps.get_app_status(NAMESPACE, APP)
        if status.state == AppState.APP_STATE_READY and status.ready_replicas == replicas:
            return status
        assert time.monotonic() < until, f"not ready within a minute: {status}"
        time.sleep(0.25)


def test_deploys_exposes_scales_reports_and_deletes(apps):
    deployed = apps.deploy_app(NAMESPACE, APP, spec("luksa/kubia:1.0"))
    assert deployed.name == "namespaces/default/apps/python-client"
    assert apps.deploy_app(NAMESPACE, APP, spec("luksa/kubia:1.0")).etag == deployed.etag

    port = ExposurePort(name="http", port=80, target_port=PortReference("http"))
    apps.expose_app(NAMESPACE, APP, Exposure(type=ExposureType.EXPOSURE_TYPE_INTERNAL, ports=[port]))
    apps.scale_app(NAMESPACE, APP, Scale(replicas=3))
    status = ready_with(apps, 3)
    assert status.exposure.state == ExposureState.EXPOSURE_STATE_ADDRESSED
    assert "python-client.default.svc.cluster.local" in [it.host for it in status.exposure.addresses]

    pods = apps.list_pods(NAMESPACE, APP).pods
    assert len(pods) == 3
    assert all(pod.ready and pod.ip and pod.node for pod in pods)
    assert len([it for it in apps.get_logical_view(NAMESPACE, APP).items if it.kind == "Pod"]) == 3
    assert apps.get_physical_view(NAMESPACE, APP).spread.pods == 3

    apps.delete_app(NAMESPACE, APP, foreground=True)
    with pytest.raises(ApiException) as refusal:
        apps.get_app(NAMESPACE, APP)
    assert refusal.value.status == 404


def test_reads_which_field_was_refused(apps):
    twice = AppSpec(containers=[Container(name="web", image="luksa/kubia:1.0")] * 2)
    with pytest.raises(ApiException) as refusal:
        apps.deploy_app(NAMESPACE, APP, twice)
    assert refusal.value.status == 400
    assert refusal.value.data.reason == "INVALID_ARGUMENT"
    assert refusal.value.data.violations[0].var_field == "containers[1].name"


def test_reads_the_cluster(client):
    clusters = ClustersApi(client)
    assert clusters.get_cluster().node_count == 3
    assert len(clusters.list_nodes(page_size=2).nodes) == 2


def test_reads_answers_of_a_later_version(apps):
    """Each enum has a new value, each object a new field."""
    apps.deploy_app(NAMESPACE, "python-future", spec("luksa/kubia:1.0"))
    try:
        with ApiClient(Configuration(host=os.environ["ROADSTEAD_FUTURE_URL"])) as client:
            later = AppsApi(client)
            status = later.get_app_status(NAMESPACE, "python-future")
            assert status.state == AppState.UNKNOWN_DEFAULT_OPEN_API
            assert status.name == "namespaces/default/apps/python-future"
            assert later.get_app(NAMESPACE, "python-future").spec.containers[0].image == "luksa/kubia:1.0"
            assert later.list_apps(NAMESPACE).apps
            later.list_pods(NAMESPACE, "python-future")
            later.get_logical_view(NAMESPACE, "python-future")
            later.get_physical_view(NAMESPACE, "python-future")
            assert ClustersApi(client).get_cluster().node_count == 3
            assert ClustersApi(client).list_nodes().nodes
    finally:
        apps.delete_app(NAMESPACE, "python-future")
