// SPDX-License-Identifier: Apache-2.0
//
// Runs the native executable and the JVM's jar side by side on one cluster and compares what they
// answer. What is called comes from the OpenAPI document and from gRPC's reflection, so a new operation
// is called as well; one that never succeeds fails the run.
//
//   node .ci/native.mjs <executable> <quarkus-run.jar> <kubeconfig> <folder of google/rpc/*.proto> <folder for results>
import { execFileSync, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import net from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { judge, settled } from "./native-differences.mjs";

const tools = createRequire(new URL("tools/package.json", import.meta.url));
const load = (name) => import(pathToFileURL(tools.resolve(name)));
const { default: grpc } = await load("@grpc/grpc-js");
const { default: loader } = await load("@grpc/proto-loader");
const { default: protobuf } = await load("protobufjs");

const [executable, jar, kubeconfig, rpcProtos, results] = process.argv.slice(2);
mkdirSync(results, { recursive: true });

const WAIT = 180_000;
const problems = [];
const reasons = new Set();
let compared = 0;
const problem = (text) => {
  problems.push(text);
  console.log(`NOT OK: ${text}`);
};

// ---------------------------------------------------------------------------------------- processes

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The arguments that a container file gives, as its containers run. */
const entrypoint = (file) => JSON.parse(/^ENTRYPOINT (\[.*\])$/m.exec(readFileSync(new URL(`../${file}`, import.meta.url), "utf8"))[1]);

const commands = {
  jvm: entrypoint("Dockerfile").map((it) => (it.endsWith(".jar") ? jar : it)),
  native: [executable, ...entrypoint("Dockerfile.native").slice(1)],
};

const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

/** Starts one of the two on a port of its own; its log goes to a file. */
async function start(kind, config, name) {
  const port = await freePort();
  const log = join(results, `${kind}-${name}.log`);
  const file = openSync(log, "w");
  const [command, ...args] = commands[kind];
  const began = process.hrtime.bigint();
  const child = spawn(command, args, {
    stdio: ["ignore", file, file],
    env: { ...process.env, KUBECONFIG: config, QUARKUS_HTTP_PORT: String(port), ROADSTEAD_KUBERNETES_SOURCE: "KUBECONFIG" },
  });
  closeSync(file);
  running.add(child);
  const ended = new Promise((resolve) =>
    child.on("exit", (code, signal) => {
      running.delete(child);
      resolve({ code, signal });
    }),
  );
  const side = { kind, port, log, child, ended, name };
  side.firstAnswer = await firstAnswer(side, began);
  return side;
}

/** Milliseconds from the start of the process to its first 200. */
async function firstAnswer(side, began) {
  let over = false;
  side.ended.then(() => (over = true));
  for (const until = Date.now() + WAIT; ; await pause(1)) {
    const answer = await get(side, "/q/health/live").catch(() => undefined);
    if (answer?.status === 200) return Number(process.hrtime.bigint() - began) / 1e6;
    if (over || Date.now() > until) {
      throw new Error(`${side.kind} does not answer /q/health/live with 200: ${JSON.stringify(answer)}; its log is ${side.log}`);
    }
  }
}

async function stop(side) {
  const began = Date.now();
  side.child.kill("SIGTERM");
  const timer = setTimeout(() => side.child.kill("SIGKILL"), 60_000);
  const how = await side.ended;
  clearTimeout(timer);
  return { ...how, seconds: (Date.now() - began) / 1000 };
}

const memory = (side) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${side.child.pid}/status`, "utf8"))[1]) / 1024;

// --------------------------------------------------------------------------------------------- REST

const request = (side, method, path, { headers = {}, body } = {}) =>
  new Promise((resolve, reject) => {
    const call = http.request({ host: "127.0.0.1", port: side.port, method, path, headers, agent: false, timeout: 60_000 }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts).toString("utf8") }));
    });
    call.on("timeout", () => call.destroy(new Error(`no answer to ${method} ${path} within a minute`)));
    call.on("error", reject);
    call.end(body);
  });

const get = (side, path, headers) => request(side, "GET", path, { headers });

/** What the cluster does about a write, which depends on how far it has come. */
const underWay = new Set(
  ("state observedGeneration updatedReplicas readyReplicas availableReplicas reasons rollout pods addresses exposureStatus rung message " +
    "remedy complete generation observed_generation updated_replicas ready_replicas available_replicas exposure_status").split(" "),
);
const withoutProgress = (key, value) => (underWay.has(key) ? undefined : value);

/** Status, headers and body, JSON with a line for each value. */
function shown({ status, headers, body }, { settling = false, sorted = false } = {}) {
  const { date, connection, "keep-alive": alive, "content-length": length, ...rest } = headers;
  let text = body;
  const kept = (key, value) => {
    if (settling && status < 300 && withoutProgress(key, value) === undefined) return undefined;
    return sorted && value?.constructor === Object ? Object.fromEntries(Object.entries(value).sort()) : value;
  };
  if (/json/.test(headers["content-type"] ?? "")) {
    try {
      text = JSON.stringify(JSON.parse(body), kept, 1);
    } catch {
      text = `no JSON: ${body}`;
    }
  }
  return `${status}\n${JSON.stringify(rest, Object.keys(rest).sort(), 1)}\n${text}`;
}

/** The example of a request body in the document, under whichever of OpenAPI's keys it stands. */
function exampleBody(document, operation) {
  const media = Object.values(operation.requestBody?.content ?? {})[0];
  if (!media) return undefined;
  const resolve = (it) => (it?.$ref ? it.$ref.split("/").slice(1).reduce((at, key) => at[key], document) : it);
  const examples = Object.values(media.examples ?? {}).map((it) => resolve(it)?.value);
  return media.example ?? examples[0] ?? document.components?.examples?.[`${operation.operationId}Request`]?.value;
}

/** [{id, method, path, parameters, body, types}] of the document, those that others need first. */
function operations(document) {
  const found = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ["get", "put", "post", "patch", "delete"]) {
      const operation = item[method];
      if (!operation) continue;
      const resolve = (it) => (it.$ref ? it.$ref.split("/").slice(1).reduce((at, key) => at[key], document) : it);
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve);
      const success = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
      const types = [...new Set(success.flatMap(([, response]) => Object.keys(resolve(response).content ?? {})))];
      found.push({ id: operation.operationId, method: method.toUpperCase(), path, parameters, body: exampleBody(document, operation), mediaType: Object.keys(operation.requestBody?.content ?? {})[0], types });
    }
  }
  const rank = (it) => (it.method === "GET" ? 1 : it.method === "DELETE" ? 2 : 0);
  return found.sort((a, b) => rank(a) - rank(b) || (rank(a) === 2 ? b.path.length - a.path.length : a.path.length - b.path.length));
}

const address = (operation, namespace, app, query = "") =>
  operation.path.replace("{namespace}", namespace).replace("{app}", app).replace(/\{[^}]+\}/g, app) + query;

const ofBody = (operation) => ({ "Content-Type": operation.mediaType ?? "application/json" });

/** One call: [label, method, path, {headers, body}]. */
function happy(operation, namespace, app) {
  const options = operation.body === undefined ? {} : { headers: ofBody(operation), body: JSON.stringify(operation.body) };
  return [operation.id, operation.method, address(operation, namespace, app), options];
}

/** Values for a query parameter: those that it takes and some that it does not. */
function values({ schema = {} }) {
  if (schema.enum) return [...schema.enum, "no-such-value"];
  if (schema.type === "boolean") return ["true", "false", "maybe"];
  if (schema.type === "integer") return ["1", "2", "0", "-1", "99999999999", "many"];
  return ["", "no-such-value", "a=b,c in (d)", "%00", "x".repeat(600)];
}

/** Reads in every format and with every parameter. */
function reads(operation, namespace, app) {
  const calls = [["", {}]];
  for (const type of operation.types) calls.push([`as ${type}`, { headers: { Accept: type } }]);
  const all = calls.map(([how, options]) => [`${operation.id} ${how}`, "GET", address(operation, namespace, app), options]);
  for (const parameter of operation.parameters.filter((it) => it.in === "query")) {
    for (const value of values(parameter)) {
      const query = `?${parameter.name}=${value.includes("%") ? value : encodeURIComponent(value)}`;
      all.push([`${operation.id} ${query.slice(0, 40)}`, "GET", address(operation, namespace, app, query), {}]);
    }
  }
  if (operation.types.length > 0) all.push([`${operation.id} unchanged`, "GET", address(operation, namespace, app), { etag: true }]);
  return all;
}

/** Whatever can be wrong with a call of an operation. */
function mistakes(operation, namespace, app) {
  const at = (how, path, options = {}, method = operation.method) => [`${operation.id}: ${how}`, method, path, options];
  const path = address(operation, namespace, app);
  const body = operation.body === undefined ? {} : { headers: ofBody(operation), body: JSON.stringify(operation.body) };
  const calls = [
    at("a parameter that does not exist", `${path}?no-such-parameter=1`, body),
    at("a format that does not exist", path, { ...body, headers: { ...body.headers, Accept: "text/csv" } }),
    at("a namespace of the wrong form", address(operation, "NOT_A_NAMESPACE", app), body),
    at("an app of the wrong form", address(operation, namespace, "-not-an-app-"), body),
    at("an app that does not exist", address(operation, namespace, "ghost", operation.id.startsWith("deploy") ? "?validateOnly=true" : ""), body),
    at("a token that nobody knows", `${path}?validateOnly=true`, { ...body, headers: { ...body.headers, Authorization: "Bearer no-such-token" } }),
    at("a host of its own", `${path}?validateOnly=true`, { ...body, headers: { ...body.headers, Host: "attacker.example" } }),
    at("from another site", `${path}?validateOnly=true`, { ...body, headers: { ...body.headers, Origin: "https://attacker.example", "Sec-Fetch-Site": "cross-site" } }),
  ];
  for (const method of ["POST", "PATCH", "OPTIONS", "HEAD", "TRACE"]) {
    calls.push(at(`with ${method}`, path, {}, method));
  }
  for (const parameter of operation.parameters) {
    if (parameter.in === "query") {
      for (const value of values(parameter).filter((it) => !/^(true|false|\d)$/.test(it))) {
        calls.push(at(`${parameter.name}=${value.slice(0, 20)}`, `${path}?${parameter.name}=${value.includes("%") ? value : encodeURIComponent(value)}`, body));
      }
      calls.push(at(`${parameter.name} twice`, `${path}?${parameter.name}=1&${parameter.name}=2`, body));
    }
    if (parameter.in === "header") {
      for (const value of ['"no-such-etag"', "no quotes", "*"]) {
        calls.push(at(`${parameter.name}: ${value}`, address(operation, namespace, "ghost"), { ...body, headers: { ...body.headers, [parameter.name]: value } }));
      }
    }
  }
  if (operation.body !== undefined) {
    const wrong = (how, text, headers = ofBody(operation)) => calls.push(at(how, path, { headers, body: text }));
    wrong("no body", "");
    wrong("no JSON", "{ nearly");
    wrong("an array", "[]");
    wrong("an empty object", "{}");
    wrong("a field that does not exist", JSON.stringify({ ...operation.body, noSuchField: 1 }));
    wrong("a key twice", `{"a": 1, "a": 2}`);
    wrong("depth", `${"[".repeat(5000)}${"]".repeat(5000)}`);
    wrong("too large", JSON.stringify({ text: "x".repeat(1_200_000) }));
    wrong("another content type", JSON.stringify(operation.body), { "Content-Type": "text/plain" });
    wrong("another charset", JSON.stringify(operation.body), { "Content-Type": `${operation.mediaType}; charset=UTF-16` });
    wrong("another encoding", JSON.stringify(operation.body), { ...ofBody(operation), "Content-Encoding": "br" });
    for (const key of Object.keys(operation.body)) {
      for (const value of [null, 7, -1, "UPPER", "", [], {}, [{}], true]) {
        wrong(`${key} is ${JSON.stringify(value)}`, JSON.stringify({ ...operation.body, [key]: value }));
      }
    }
  }
  return calls;
}

// --------------------------------------------------------------------------------------------- gRPC

/** Everything that reflection tells, as {services: {name: definition}, types: {name: descriptor}}. */
function reflected(side) {
  const file = join(results, "reflection.protoset");
  execFileSync("grpcurl", ["-plaintext", "-max-time", "60", `-protoset-out=${file}`, `127.0.0.1:${side.port}`, "describe"], { stdio: ["ignore", "ignore", "inherit"] });
  const definition = loader.loadFileDescriptorSetFromBuffer(readFileSync(file), { enums: String, longs: String, defaults: true, oneofs: true });
  const services = {};
  const types = {};
  for (const [name, it] of Object.entries(definition)) {
    if (it.format) types[name] = it.type;
    else services[name] = it;
  }
  return { services, types };
}

const rpc = new protobuf.Root();
rpc.resolvePath = (_, target) => join(rpcProtos, target);
rpc.loadSync(["google/rpc/status.proto", "google/rpc/error_details.proto"]);

/** A google.rpc.Status as plain fields, each of its details decoded by its type. */
function decoded(bytes) {
  const status = rpc.lookupType("google.rpc.Status").decode(bytes);
  const details = status.details.map(({ type_url: url, typeUrl, value }) => {
    const name = (url ?? typeUrl).split("/").pop();
    return { "@type": name, ...rpc.lookupType(name).decode(value).toJSON() };
  });
  return { code: status.code, message: status.message, details };
}

/** An answer or an error, the details of the error decoded. */
function invoke(client, definition, message) {
  const answer = { metadata: {} };
  const kept = (metadata) => Object.fromEntries(Object.entries(metadata.getMap()).filter(([key]) => !/^(date|x-request-id|grpc-status-details-bin)$/.test(key)));
  return new Promise((resolve) => {
    const call = client.makeUnaryRequest(
      definition.path,
      definition.requestSerialize,
      definition.responseDeserialize,
      message,
      { deadline: Date.now() + 20_000 },
      (error, value) => {
        if (!error) return resolve({ ...answer, value });
        const raw = error.metadata?.get("grpc-status-details-bin")[0];
        const rendered = raw ? decoded(Buffer.from(raw)) : null;
        resolve({ ...answer, code: grpc.status[error.code], message: error.details, trailers: error.metadata ? kept(error.metadata) : {}, details: rendered });
      },
    );
    call.on("metadata", (metadata) => (answer.metadata = kept(metadata)));
  });
}

const camel = (name) => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const typeName = (field) => field.typeName.replace(/^\./, "");

/** Finds the descriptor that a field names, which may be nested in its parent. */
function typeOf(types, field, parent) {
  for (let scope = parent; scope; scope = scope.slice(0, scope.lastIndexOf("."))) {
    if (types[`${scope}.${typeName(field)}`]) return `${scope}.${typeName(field)}`;
    if (!scope.includes(".")) break;
  }
  return typeName(field);
}

/** A REST body as a message of this type: enum values get their prefix, scalars the type of the field. */
function toMessage(types, name, body) {
  const message = {};
  for (const field of types[name]?.field ?? []) {
    const given = body?.[camel(field.name)];
    if (given === undefined || given === null) continue;
    // A null takes the element away in a merge patch, which a message can't say.
    const value = Array.isArray(given) ? given.filter((it) => !Object.values(it ?? {}).includes(null)) : given;
    const type = field.typeName ? typeOf(types, field, name) : undefined;
    const one = (it) => {
      if (field.type === "TYPE_ENUM" || types[type]?.value) return types[type].value.map((each) => each.name).find((each) => each.endsWith(`_${it}`)) ?? it;
      if (field.type === "TYPE_MESSAGE" && typeof it === "object") return toMessage(types, type, it);
      return field.type === "TYPE_STRING" ? String(it) : it;
    };
    // A loaded descriptor has maps as lists of their entries, the only types within others.
    const isMap = (types[name].nestedType ?? []).some((it) => it.name === field.typeName?.split(".").pop());
    message[field.name] = isMap ? Object.entries(value).map(([key, it]) => ({ key, value: it })) : Array.isArray(value) ? value.map(one) : one(value);
  }
  return message;
}

/** The message of a call that may succeed: names from the address, the rest from the REST example. */
function firstMessage(types, method, names, body) {
  const type = method.requestType.type;
  const full = `${names.package}.${type.name}`;
  const message = {};
  for (const field of type.field) {
    if (field.name === "name" && field.type === "TYPE_STRING") message.name = names.name;
    if (field.name === "parent" && field.type === "TYPE_STRING") message.parent = names.parent;
  }
  if (body === undefined) return message;
  const keys = Object.keys(body);
  const holds = (fields) => keys.every((key) => fields.some((field) => camel(field.name) === key));
  if (holds(type.field)) return { ...message, ...toMessage(types, full, body) };
  for (const field of type.field.filter((it) => it.type === "TYPE_MESSAGE")) {
    const nested = typeOf(types, field, full);
    if (holds(types[nested]?.field ?? [])) message[field.name] = toMessage(types, nested, body);
  }
  return message;
}

/** Calls of one method: [label, message]. The names of writes are those of an app that does not exist. */
function variations(types, service, method, names, body) {
  const type = method.requestType.type;
  const message = firstMessage(types, method, names, body);
  const calls = [
    ["nothing", {}],
    ["an empty name", { ...message, name: "", parent: "" }],
    ["a name of the wrong form", { ...message, name: "NOT/A/NAME", parent: "NOT/A/NAME" }],
    ["an app of the wrong form", { ...message, name: "namespaces/default/apps/-x-", parent: "namespaces/default/apps/-x-" }],
    ["an app that does not exist", { ...message, name: names.ghost, parent: names.ghost, ...(type.field.some((it) => it.name === "validate_only") ? { validate_only: true, validateOnly: true } : {}) }],
    ["too large", { ...message, name: "x".repeat(1_200_000), parent: "x".repeat(1_200_000) }],
  ];
  for (const field of type.field) {
    if (field.name === "name" || field.name === "parent") continue;
    const put = (value) => calls.push([`${field.name} = ${JSON.stringify(value).slice(0, 30)}`, { ...message, ...(names.reads ? {} : { name: names.ghost, validate_only: true }), [field.name]: value }]);
    const key = field.typeName ? typeOf(types, field, `${names.package}.${type.name}`) : "";
    if (field.type === "TYPE_ENUM") types[key].value.forEach((it) => put(it.number)), put(99);
    if (/INT/.test(field.type)) [1, 0, -1, 2147483647].forEach(put);
    if (field.type === "TYPE_STRING") ["no-such-value", "\u0000"].forEach(put);
    if (field.type === "TYPE_BOOL" && names.reads) put(true);
    if (field.type === "TYPE_MESSAGE") put(field.label === "LABEL_REPEATED" ? [] : {});
  }
  return calls.map(([how, it]) => [`${service}/${method.path.split("/").pop()}: ${how}`, it]);
}

// ------------------------------------------------------------------------------------------ compare

function compare(label, expected, found, options = {}) {
  compared++;
  const { unknown, allowed } = judge(label, settled(expected, options), settled(found, options));
  allowed.forEach((reason) => reasons.add(reason));
  if (unknown.length === 0) return;
  problem(`${label}\n  ${unknown.slice(0, 12).join("\n  ").slice(0, 3000)}`);
}

async function rest(sides, calls, options) {
  for (const [label, method, path, how] of calls) {
    const answers = [];
    for (const side of sides) {
      let { headers = {}, body } = how;
      if (how.etag) {
        const first = await request(side, method, path, { headers });
        headers = { ...headers, "If-None-Match": first.headers.etag ?? '"none"' };
      }
      answers.push(await request(side, method, path, { headers, body }).then((it) => shown(it, { sorted: path.startsWith("/q/") }), (error) => `no answer: ${error.message.replaceAll(String(side.port), "<port>")}`));
    }
    compare(`${label} (${method} ${path.slice(0, 120)})`, answers[0], answers[1], options);
  }
}

/** Reads until it is as wanted, on both. */
async function eventually(what, question, isAnswered) {
  let last;
  for (const until = Date.now() + WAIT; ; await pause(300)) {
    try {
      last = await question();
      if (isAnswered(last)) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > until) throw new Error(`${what}: not within ${WAIT / 1000} s, last: ${JSON.stringify(last)?.slice(0, 1500) ?? last}`);
  }
}

const body = async (side, path) => JSON.parse((await get(side, path)).body);
const kubectl = (...args) => execFileSync("kubectl", ["--kubeconfig", kubeconfig, ...args], { encoding: "utf8", timeout: 120_000 });
const fixed = (port) => [[`127.0.0.1:${port}`, "<address>"], [`localhost:${port}`, "<address>"], [`:${port}`, ":<port>"]];

// --------------------------------------------------------------------------------------------- main

const spaces = { jvm: "side-jvm", native: "side-exe" };
const succeeded = new Set();
const expectedToSucceed = new Set();

async function settledApps(sides, path, isSettled) {
  for (const side of sides) {
    for (const namespace of Object.values(spaces)) {
      await eventually(`${side.kind} on ${namespace}${path}`, () => body(side, `/v1/namespaces/${namespace}/apps/${path}/status`), isSettled);
    }
  }
}

const isReady = (status) => status.state === "READY" && !status.stale;
const isReadyOrStopped = (status) => isReady({ ...status, state: status.state === "STOPPED" ? "READY" : status.state });

/** Whether an app is no longer managed after it, so that nothing else succeeds: it gets an app of its own. */
const releases = (operation) => operation.id === "releaseApp";

/** The same calls on both; writes go to an own namespace for each. */
async function eachInItsOwn(sides, list) {
  const answers = [];
  for (const side of sides) {
    const mine = [];
    for (const [label, method, path, how] of list(spaces[side.kind])) {
      const answer = await request(side, method, path, how);
      if (answer.status < 300) succeeded.add(label);
      mine.push([label, shown(answer, { settling: true })]);
    }
    answers.push(mine);
  }
  answers[0].forEach(([label, expected], index) =>
    compare(`${label} (own app)`, expected, answers[1][index][1], { own: true, words: [...Object.values(spaces).map((it) => [it, "<space>"]), ...sides.flatMap((side) => fixed(side.port))] }),
  );
}

async function service(sides) {
  const document = await body(sides[0], "/q/openapi?format=json");
  const all = operations(document);
  const [writes, gets, deletes] = [(it) => !["GET", "DELETE"].includes(it.method), (it) => it.method === "GET", (it) => it.method === "DELETE"].map((is) => all.filter(is));
  all.forEach((it) => expectedToSucceed.add(it.id));

  for (const path of ["/q/openapi", "/q/openapi?format=json", "/q/openapi.json", "/q/openapi.yaml", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/health", "/q/swagger-ui/", "/q/swagger-ui/index.html", "/", "/no/such/path", "/v1", "/q/no-such-page", "/v1//cluster", "/v1/cluster;x=1", "/v1/%2e%2e/no-such-page"]) {
    await rest(sides, [["service", "GET", path, {}]], { words: sides.flatMap((side) => fixed(side.port)) });
  }
  await rest(sides, [["service", "GET", "/", { headers: { Accept: "text/html" } }], ["service", "POST", "/q/health/live", {}], ["service", "GET", "/q/metrics", { headers: { Accept: "image/png" } }]].filter(([, , path]) => path !== "/q/metrics"), { words: sides.flatMap((side) => fixed(side.port)) });

  // Nothing is there yet.
  for (const operation of gets) await rest(sides, mistakes(operation, "default", "ghost-app"), {});
  // Some of these are no mistake for an operation, and write.
  for (const operation of [...writes, ...deletes]) await eachInItsOwn(sides, (namespace) => mistakes(operation, namespace, "ghost-app"));
  await eachInItsOwn(sides, (namespace) => [...deletes].flatMap((it) => ["ghost", "ghost-app"].map((app) => happy(it, namespace, app))));

  // Each takes an app of its own through its life.
  await eachInItsOwn(sides, (namespace) => writes.map((it) => happy(it, namespace, "kubia")));
  await settledApps(sides, "kubia", isReady);
  await eachInItsOwn(sides, (namespace) => writes.map((it) => happy(it, namespace, "kubia")));
  await settledApps(sides, "kubia", isReady);

  // Both read both.
  for (const namespace of Object.values(spaces)) {
    for (const operation of gets) {
      const calls = reads(operation, namespace, "kubia");
      await rest(sides, calls, {});
      if ((await request(sides[1], "GET", address(operation, namespace, "kubia"))).status === 200) succeeded.add(operation.id);
    }
  }
  await grpcCalls(sides, all);
  await conflicts(sides, all);
  await failing(sides, gets);
  for (const operation of all.filter((it) => it.method !== "GET")) {
    await eachInItsOwn(sides, (namespace) =>
      mistakes(operation, namespace, "kubia").map(([label, method, path, how]) => [`${label}, app exists`, method, path.includes("ghost") || path.includes("?") ? path : `${path}?validateOnly=true`, how]),
    );
  }
  const deploy = all.find((it) => it.id === "deployApp");
  await eachInItsOwn(sides, (namespace) =>
    deletes.flatMap((it) => (releases(it) ? [deploy, it].map((each) => happy(each, namespace, "released")) : [happy(it, namespace, "kubia")])),
  );
  for (const id of expectedToSucceed) if (!succeeded.has(id)) problem(`${id} never succeeded`);
}

async function grpcCalls(sides, all) {
  const { services, types } = reflected(sides[0]);
  const other = reflected(sides[1]);
  compare("gRPC reflection", JSON.stringify({ services: Object.keys(services).sort(), types }, null, 1), JSON.stringify({ services: Object.keys(other.services).sort(), types: other.types }, null, 1));
  const clients = sides.map((side) => new grpc.Client(`127.0.0.1:${side.port}`, grpc.credentials.createInsecure()));
  const both = async (label, method, messages, options) => {
    const answers = [];
    for (const [index, client] of clients.entries()) answers.push(await invoke(client, method, messages[index]));
    const shown = answers.map((it) => (options?.own && !it.code ? JSON.stringify(it, withoutProgress, 1) : it));
    compare(`gRPC ${label}`, shown[0], shown[1], options);
    if (answers.some((it) => it.code === "DEADLINE_EXCEEDED")) problem(`gRPC ${label} was not answered`);
    return answers;
  };
  const own = { own: true, words: Object.values(spaces).map((it) => [it, "<space>"]) };
  for (const [service, definition] of Object.entries(services)) {
    const pack = service.slice(0, service.lastIndexOf("."));
    for (const [name, method] of Object.entries(definition)) {
      if (method.requestStream || method.responseStream) continue;
      const operation = all.find((it) => it.id.toLowerCase() === name.toLowerCase());
      const reads = /^(Get|List|Check)/.test(name);
      expectedToSucceed.add(`gRPC ${name}`);
      const names = (namespace, app) => {
        const full = `namespaces/${namespace}/apps/${app}`;
        const parent = operation?.path.includes("{app}") ? full : operation?.path.includes("{namespace}") ? `namespaces/${namespace}` : "";
        return { package: pack, reads, ghost: `namespaces/${namespace}/apps/ghost`, name: operation?.path.includes("{app}") ? full : "", parent };
      };
      // Some of these write: each to a namespace of its own.
      const homes = sides.map((side) => (reads ? "side-jvm" : spaces[side.kind]));
      const [calls, others] = homes.map((home) => variations(types, service, method, names(home, "kubia"), operation?.body));
      for (const [index, [label, message]] of calls.entries()) {
        const answers = await both(label, method, [message, others[index][1]], reads ? {} : own);
        if (reads && answers.every((it) => !it.code)) succeeded.add(`gRPC ${name}`);
      }
      if (reads) {
        const message = firstMessage(types, method, names("side-exe", "kubia"), operation?.body);
        const answers = await both(`${name} of an app`, method, [message, message], {});
        if (answers.every((it) => !it.code)) succeeded.add(`gRPC ${name}`);
      }
    }
  }
  // The life of an app, in the order of the REST operations.
  for (const operation of all.filter((it) => it.method !== "GET")) {
    for (const [service, definition] of Object.entries(services)) {
      const method = Object.entries(definition).find(([name]) => name.toLowerCase() === operation.id.toLowerCase())?.[1];
      if (!method) continue;
      const pack = service.slice(0, service.lastIndexOf("."));
      const app = releases(operation) ? "kubia-released" : "kubia-grpc";
      const messagesOf = (rpc, body) =>
        sides.map((side) => {
          const full = `namespaces/${spaces[side.kind]}/apps/${app}`;
          return firstMessage(types, rpc, { package: pack, name: full, parent: full }, body);
        });
      if (releases(operation)) await both("deployApp (to be released)", definition.DeployApp, messagesOf(definition.DeployApp, all.find((it) => it.id === "deployApp").body), own);
      const messages = messagesOf(method, operation.body);
      const answers = await both(`${operation.id} (own app)`, method, messages, own);
      if (answers.every((it) => !it.code)) succeeded.add(`gRPC ${Object.entries(definition).find(([, it]) => it === method)[0]}`);
      else console.log(JSON.stringify(answers[0]).slice(0, 400));
      if (operation.method !== "DELETE") await settledApps(sides, "kubia-grpc", isReadyOrStopped);
    }
  }
  clients.forEach((client) => client.close());
}

/** Another manager owns a field; over both transports, with the details of the refusal. */
async function conflicts(sides, all) {
  for (const namespace of Object.values(spaces)) kubectl("scale", "--namespace", namespace, "deployment/kubia", "--replicas=2");
  await settledApps(sides, "kubia", (it) => isReady(it) && it.desiredReplicas === 2);
  const scale = all.filter((it) => it.method === "PUT" && it.path.endsWith("/scale"));
  await eachInItsOwn(sides, (namespace) => scale.map((it) => happy(it, namespace, "kubia").map((part, index) => (index === 0 ? `${part}: owned by another` : part))));
  const { services } = reflected(sides[0]);
  const method = services["roadstead.v1.Apps"].ScaleApp;
  const answers = [];
  for (const side of sides) {
    const client = new grpc.Client(`127.0.0.1:${side.port}`, grpc.credentials.createInsecure());
    answers.push(await invoke(client, method, { name: `namespaces/${spaces[side.kind]}/apps/kubia`, replicas: 4 }));
    client.close();
  }
  compare("gRPC ScaleApp: owned by another", answers[0], answers[1], { own: true, words: Object.values(spaces).map((it) => [it, "<space>"]) });
  if (!answers[1].details) problem(`the refusal of ScaleApp has no details: ${JSON.stringify(answers[1])}`);
}

/** An app whose image does not exist. */
async function failing(sides, gets) {
  const spec = JSON.stringify({ containers: [{ name: "kubia", image: "luksa/no-such-image:2.0", ports: [{ name: "http", port: 8080 }] }] });
  for (const namespace of Object.values(spaces)) await request(sides[1], "PUT", `/v1/namespaces/${namespace}/apps/broken`, { headers: { "Content-Type": "application/json" }, body: spec });
  await settledApps(sides, "broken", (it) => it.reasons?.some(({ reason }) => reason === "IMAGE_NOT_FOUND"));
  for (const operation of gets.filter((it) => it.path.includes("{app}"))) {
    await rest(sides, [[`${operation.id} of a broken app`, "GET", address(operation, "side-exe", "broken"), {}]], {});
  }
}

/** The cluster cannot be reached, or refuses this service. */
async function outage(name, config, isThere) {
  const sides = [];
  for (const kind of ["jvm", "native"]) sides.push(await start(kind, config, name));
  for (const side of sides) await eventually(`${side.kind} with ${name}`, () => get(side, "/q/health/ready"), isThere);
  const all = operations(await body(sides[0], "/q/openapi?format=json"));
  await rest(sides, [["ready", "GET", "/q/health/ready", {}], ["live", "GET", "/q/health/live", {}]], {});
  await rest(sides, all.map((it) => happy(it, "default", "kubia")).map(([label, ...call]) => [`${name}: ${label}`, ...call]), {});
  const { services, types } = reflected(sides[0]);
  const clients = sides.map((side) => new grpc.Client(`127.0.0.1:${side.port}`, grpc.credentials.createInsecure()));
  for (const [service, definition] of Object.entries(services).filter(([it]) => it.startsWith("roadstead."))) {
    for (const [method, it] of Object.entries(definition)) {
      const operation = all.find(({ id }) => id.toLowerCase() === method.toLowerCase());
      const message = firstMessage(types, it, { package: service.slice(0, service.lastIndexOf(".")), name: "namespaces/default/apps/kubia", parent: "namespaces/default/apps/kubia" }, operation?.body);
      const answers = [];
      for (const client of clients) answers.push(await invoke(client, it, message));
      compare(`${name}: gRPC ${method}`, answers[0], answers[1]);
    }
  }
  clients.forEach((client) => client.close());
  for (const side of sides) await stop(side);
}

function metrics(sides, texts) {
  const names = (text) => [...new Set([...text.matchAll(/^([a-z_:][a-z0-9_:]*)(\{|\s)/gim)].map(([, name]) => name))].sort().join("\n");
  compare("metrics", names(texts[0]), names(texts[1]));
}

/** Which keys the lines of a logger have, and whether anything is worse than on the JVM. */
function logs(sides) {
  const keys = sides.map((side) => {
    const found = new Map();
    for (const line of readFileSync(side.log, "utf8").split("\n").filter(Boolean)) {
      let entry;
      try {
        entry = JSON.parse(line);
      } catch {
        found.set(`not JSON: ${line.slice(0, 120)}`, new Set());
        continue;
      }
      const key = `${entry.loggerName} ${entry.level}`;
      const mine = found.get(key) ?? found.set(key, new Set()).get(key);
      Object.keys(entry).forEach((name) => mine.add(name));
    }
    return found;
  });
  const text = (found) =>
    [...found].filter(([key]) => key.startsWith("io.roadstead") || /ERROR|WARN|not JSON/.test(key)).map(([key, names]) => `${key}: ${[...names].sort().join(" ")}`).sort().join("\n");
  compare("log", text(keys[0]), text(keys[1]));
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function startUp() {
  const times = [];
  for (let round = 0; round < 8; round++) {
    const side = await start("native", kubeconfig, `start-${round}`);
    times.push(side.firstAnswer);
    side.child.kill("SIGKILL");
    await side.ended;
  }
  return times.slice(1);
}

function forbiddenKubeconfig() {
  kubectl("create", "serviceaccount", "--namespace", "side-exe", "nobody");
  const token = kubectl("create", "token", "--namespace", "side-exe", "nobody").trim();
  const file = join(results, "forbidden.kubeconfig");
  writeFileSync(file, readFileSync(kubeconfig, "utf8").replace(/token: .*/, `token: ${token}`), { mode: 0o600 });
  return file;
}

function unreachableKubeconfig(port) {
  const file = join(results, "unreachable.kubeconfig");
  writeFileSync(file, readFileSync(kubeconfig, "utf8").replace(/server: .*/, `server: https://127.0.0.1:${port}`), { mode: 0o600 });
  return file;
}

for (const namespace of Object.values(spaces)) kubectl("create", "namespace", namespace);
console.log(`executable: ${(statSync(executable).size / 1e6).toFixed(1)} MB`);
try {
  const times = await startUp();
  console.log(`first 200 after ${median(times).toFixed(0)} ms (median of ${times.length}, ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms)`);
  const sides = [await start("jvm", kubeconfig, "main"), await start("native", kubeconfig, "main")];
  console.log(`JVM: first 200 after ${sides[0].firstAnswer.toFixed(0)} ms`);
  for (const side of sides) await eventually(`${side.kind} is ready`, () => get(side, "/q/health/ready"), (it) => it.status === 200);
  await pause(5000);
  for (const side of sides) console.log(`${side.kind}: ${memory(side).toFixed(0)} MB resident when idle`);
  await service(sides);
  metrics(sides, [await get(sides[0], "/q/metrics"), await get(sides[1], "/q/metrics")].map(({ body: text }) => text));
  for (const side of sides) console.log(`${side.kind}: ${memory(side).toFixed(0)} MB resident after the calls`);
  const ends = [];
  for (const side of sides) ends.push(await stop(side));
  compare("SIGTERM", { code: ends[0].code, signal: ends[0].signal }, { code: ends[1].code, signal: ends[1].signal });
  console.log(`SIGTERM: the JVM ended after ${ends[0].seconds.toFixed(1)} s with ${ends[0].code ?? ends[0].signal}, the executable after ${ends[1].seconds.toFixed(1)} s with ${ends[1].code ?? ends[1].signal}`);
  if (ends[1].seconds > 30) problem("the executable did not end within 30 s");
  logs(sides);
  await outage("unreachable", unreachableKubeconfig(await freePort()), (it) => it.status === 503 && !/not been read yet\. *"/.test(it.body));
  await outage("forbidden", forbiddenKubeconfig(), (it) => it.status === 503 && /orbid/.test(it.body));
} catch (error) {
  problem(error.stack);
}
for (const reason of reasons) console.log(`known difference: ${reason}`);
console.log(`${compared} answers compared, ${problems.length} problems`);
writeFileSync(join(results, "counts"), `${Math.max(0, compared - problems.length)} ${problems.length} 0\n`);
process.exit(problems.length === 0 && compared > 0 ? 0 : 1);
