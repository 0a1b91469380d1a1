// SPDX-License-Identifier: Apache-2.0
//
// An app's life as an independent gRPC implementation sees it, reading the contract from proto/.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import grpc from "@grpc/grpc-js";
import loader from "@grpc/proto-loader";

const target = process.env.ROADSTEAD_GRPC ?? "127.0.0.1:8080";
const includeDirs = ["proto", "third_party/googleapis"].map((folder) =>
  fileURLToPath(new URL(`../../../../${folder}`, import.meta.url)),
);
const definition = loader.loadSync(
  ["roadstead/v1/apps_service.proto", "roadstead/v1/clusters_service.proto"],
  { includeDirs, enums: String, defaults: true },
);
const { Apps, Clusters } = grpc.loadPackageDefinition(definition).roadstead.v1;
const apps = new Apps(target, grpc.credentials.createInsecure());
const clusters = new Clusters(target, grpc.credentials.createInsecure());
after(() => [apps, clusters].forEach((client) => client.close()));

const name = "namespaces/default/apps/grpc-client";

const call = (client, method, request) =>
  new Promise((resolve, reject) =>
    client[method](request, { deadline: Date.now() + 20_000 }, (error, answer) =>
      error ? reject(error) : resolve(answer),
    ),
  );

async function eventually(question, isAnswered) {
  for (const until = Date.now() + 60_000; ; await pause(250)) {
    const answer = await question();
    if (isAnswered(answer)) return answer;
    assert.ok(Date.now() < until, `not within a minute, last answer: ${JSON.stringify(answer)}`);
  }
}

const status = async () => (await call(apps, "GetAppStatus", { name })).status;

// What a run that failed before has left behind.
before(() => call(apps, "DeleteApp", { name, foreground: true }).catch(() => {}));

const spec = {
  containers: [
    { name: "web", image: "luksa/kubia:1.0", ports: [{ name: "http", port: 8080, protocol: "PROTOCOL_TCP" }] },
  ],
};

test("deploys, exposes, scales, reports and deletes", async () => {
  const deployed = await call(apps, "DeployApp", { name, spec });
  assert.equal(deployed.created, true);
  assert.equal(deployed.app.name, name);
  assert.equal(deployed.app.spec.containers[0].image, "luksa/kubia:1.0");
  const again = await call(apps, "DeployApp", { name, spec });
  assert.equal(again.created, false);
  assert.equal(again.app.etag, deployed.app.etag);

  const exposure = { type: "EXPOSURE_TYPE_INTERNAL", ports: [{ name: "http", port: 80, targetPort: "http" }] };
  await call(apps, "ExposeApp", { name, exposure });
  await call(apps, "ScaleApp", { name, replicas: 3 });
  const ready = await eventually(status, (it) => it.state === "APP_STATE_READY" && it.readyReplicas === 3);
  assert.equal(ready.desiredReplicas, 3);
  assert.equal(ready.exposure.state, "EXPOSURE_STATE_ADDRESSED");
  assert.ok(ready.exposure.addresses.some((it) => it.host === "grpc-client.default.svc.cluster.local"));

  const { pods } = await call(apps, "ListPods", { parent: name });
  assert.equal(pods.length, 3);
  assert.ok(pods.every((pod) => pod.ready && pod.ip && pod.node));

  const { svg } = await call(apps, "GetPhysicalView", { name, format: "VIEW_FORMAT_SVG" });
  assert.ok(svg.startsWith("<svg") && pods.every((pod) => svg.includes(pod.name)));

  const deleted = await call(apps, "DeleteApp", { name, foreground: true });
  assert.equal(deleted.name, name);
  await assert.rejects(call(apps, "GetApp", { name }), { code: grpc.status.NOT_FOUND });
});

test("names the field, the value and the reason of a refusal", async () => {
  const request = { name, spec: { containers: [{ name: "UPPER", image: "luksa/kubia" }] } };
  const error = await call(apps, "DeployApp", request).then(() => assert.fail("accepted"), (it) => it);
  assert.equal(error.code, grpc.status.INVALID_ARGUMENT);
  const details = error.metadata.get("grpc-status-details-bin")[0].toString("latin1");
  for (const part of ["google.rpc.ErrorInfo", "INVALID_ARGUMENT", "roadstead.io", "containers[0].name"]) {
    assert.ok(details.includes(part), `${part} is not in the details`);
  }
});

test("reports the cluster", async () => {
  const { cluster } = await call(clusters, "GetCluster", {});
  assert.match(cluster.kubernetesVersion, /^v1\.\d+/);
  assert.equal(cluster.nodeCount, 3);
  assert.equal((await call(clusters, "ListNodes", { pageSize: 2 })).nodes.length, 2);
});

test("describes itself by reflection and says that it serves", () => {
  const grpcurl = (...args) => execFileSync("grpcurl", ["-plaintext", ...args], { encoding: "utf8" });
  const services = grpcurl(target, "list").split("\n");
  assert.ok(services.includes("roadstead.v1.Apps") && services.includes("roadstead.v1.Clusters"));
  assert.match(grpcurl(target, "describe", "roadstead.v1.Apps.DeployApp"), /rpc DeployApp/);
  assert.match(grpcurl(target, "grpc.health.v1.Health/Check"), /"SERVING"/);
});
