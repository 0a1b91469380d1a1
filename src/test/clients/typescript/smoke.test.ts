// SPDX-License-Identifier: Apache-2.0
//
// An app's life as a user of the generated client sees it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import {
  type AppStatus,
  AppState,
  AppsApi,
  ClustersApi,
  Configuration,
  ExposureState,
  ExposureType,
  ResponseError,
} from "../../../../target/clients/typescript";

const configuration = new Configuration({ basePath: process.env.ROADSTEAD_URL ?? "http://127.0.0.1:8080" });
const apps = new AppsApi(configuration);
const app = { namespace: "default", app: "typescript-client" };

const deploy = (image: string) =>
  apps.deployApp({
    ...app,
    appSpec: { containers: [{ name: "web", image, ports: [{ name: "http", port: 8080 }] }] },
  });

async function readyWith(replicas: number): Promise<AppStatus> {
  for (const until = Date.now() + 60_000; ; await pause(250)) {
    const status = await apps.getAppStatus(app);
    if (status.state === AppState.APP_STATE_READY && status.readyReplicas === replicas) return status;
    assert.ok(Date.now() < until, `not ready within a minute: ${JSON.stringify(status)}`);
  }
}

async function refusal(call: Promise<unknown>): Promise<Response> {
  const error = await call.then(
    () => assert.fail("accepted"),
    (it: unknown) => it,
  );
  assert.ok(error instanceof ResponseError, String(error));
  return error.response;
}

test("deploys, exposes, scales, reports and deletes", async () => {
  const deployed = await deploy("luksa/kubia:1.0");
  assert.equal(deployed.name, "namespaces/default/apps/typescript-client");
  assert.equal((await deploy("luksa/kubia:1.0")).etag, deployed.etag);

  await apps.exposeApp({
    ...app,
    exposure: { type: ExposureType.EXPOSURE_TYPE_INTERNAL, ports: [{ name: "http", port: 80, targetPort: "http" }] },
  });
  await apps.scaleApp({ ...app, scale: { replicas: 3 } });
  const ready = await readyWith(3);
  assert.equal(ready.exposure.state, ExposureState.EXPOSURE_STATE_ADDRESSED);
  assert.ok(ready.exposure.addresses.some((it) => it.host === "typescript-client.default.svc.cluster.local"));

  const { pods } = await apps.listPods(app);
  assert.equal(pods.length, 3);
  assert.ok(pods.every((pod) => pod.ready && pod.ip && pod.node));

  const logical = await apps.getLogicalView(app);
  assert.equal(logical.items.filter((item) => item.kind === "Pod").length, 3);
  assert.equal((await apps.getPhysicalView(app)).spread.pods, 3);

  await apps.deleteApp({ ...app, foreground: true });
  assert.equal((await refusal(apps.getApp(app))).status, 404);
});

test("reads which field was refused", async () => {
  const response = await refusal(deploy("Not An Image"));
  assert.equal(response.status, 400);
  const problem = await response.json();
  assert.equal(problem.reason, "INVALID_ARGUMENT");
  assert.equal(problem.violations[0].field, "containers[0].image");
});

test("reads answers of a later version, with new values and fields", async () => {
  const app = { namespace: "default", app: "typescript-future" };
  const spec = { containers: [{ name: "web", image: "luksa/kubia:1.0" }] };
  await apps.deployApp({ ...app, appSpec: spec });
  const later = new Configuration({ basePath: process.env.ROADSTEAD_FUTURE_URL });
  const future = new AppsApi(later);
  try {
    assert.equal((await future.getAppStatus(app)).name, "namespaces/default/apps/typescript-future");
    assert.equal((await future.getApp(app)).spec.containers[0].image, "luksa/kubia:1.0");
    assert.ok((await future.listApps({ namespace: "default" })).apps.length > 0);
    await future.listPods(app);
    await future.getLogicalView(app);
    await future.getPhysicalView(app);
    assert.equal((await new ClustersApi(later).getCluster()).nodeCount, 3);
    assert.ok((await new ClustersApi(later).listNodes({})).nodes.length > 0);
  } finally {
    await apps.deleteApp(app);
  }
});

test("reads the cluster", async () => {
  const clusters = new ClustersApi(configuration);
  assert.equal((await clusters.getCluster()).nodeCount, 3);
  assert.equal((await clusters.listNodes({ pageSize: 2 })).nodes.length, 2);
});
