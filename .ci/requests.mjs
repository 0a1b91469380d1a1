// SPDX-License-Identifier: Apache-2.0
//
// Makes requests.http and a Postman collection (v2.1) from the OpenAPI document, and compares them
// with those in docs/, or writes those.
import { readFileSync, writeFileSync } from "node:fs";

const [source, mode] = process.argv.slice(2);
const api = JSON.parse(readFileSync(source, "utf8"));
const defaults = { baseUrl: "http://localhost:8080", namespace: "default", app: "kubia" };

// In the order of an app's life, so that they can be sent from top to bottom.
const order = [
  "getCluster", "listNodes", "deployApp", "getApp", "listApps", "exposeApp", "getAppExposure", "scaleApp", "getAppScale",
  "getAppStatus", "listPods", "getLogicalView", "getPhysicalView", "unexposeApp", "deleteApp",
];
const rank = (id) => (order.includes(id) ? order.indexOf(id) : order.indexOf("unexposeApp") - 0.5);

const resolved = (node) =>
  node?.$ref ? node.$ref.slice(2).split("/").reduce((at, key) => at[key], api) : node;

function example(content) {
  const examples = Object.values(Object.values(content ?? {})[0]?.examples ?? {});
  return examples.length ? resolved(examples[0]).value : undefined;
}

const operations = Object.entries(api.paths)
  .flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      ...operation,
      path,
      method: method.toUpperCase(),
      body: example(operation.requestBody?.content),
      mediaType: Object.keys(operation.requestBody?.content ?? {})[0],
      types: Object.keys(operation.responses[200].content),
    })),
  )
  .sort((one, other) => rank(one.operationId) - rank(other.operationId));

const optional = (operation) =>
  (operation.parameters ?? []).filter((parameter) => parameter.in !== "path");

const shown = (schema) => schema?.default ?? schema?.enum?.[0] ?? "";

function http() {
  const lines = [
    "# Made from the OpenAPI document by .ci/requests; for editors that send such files.",
    ...Object.entries(defaults).map(([name, value]) => `@${name} = ${value}`),
  ];
  for (const operation of operations) {
    lines.push("", `### ${operation.summary}`, `# @name ${operation.operationId}`);
    for (const parameter of optional(operation)) {
      lines.push(`# ${parameter.in} ${parameter.name}: ${parameter.description}`);
    }
    lines.push(`${operation.method} {{baseUrl}}${operation.path.replaceAll("{", "{{").replaceAll("}", "}}")}`);
    lines.push(`Accept: ${operation.types[0]}`);
    if (operation.body) {
      lines.push(`Content-Type: ${operation.mediaType}`, "", JSON.stringify(operation.body, null, 2));
    }
  }
  return lines.join("\n") + "\n";
}

function postman() {
  const request = (operation) => ({
    name: operation.summary,
    request: {
      method: operation.method,
      description: operation.description,
      header: [
        { key: "Accept", value: operation.types[0] },
        ...(operation.body ? [{ key: "Content-Type", value: operation.mediaType }] : []),
        ...optional(operation)
          .filter((parameter) => parameter.in === "header")
          .map((it) => ({ key: it.name, value: String(shown(it.schema)), description: it.description, disabled: true })),
      ],
      url: {
        raw: "{{baseUrl}}" + operation.path.replaceAll("{", ":").replaceAll("}", ""),
        host: ["{{baseUrl}}"],
        path: operation.path.slice(1).replaceAll("{", ":").replaceAll("}", "").split("/"),
        query: optional(operation)
          .filter((parameter) => parameter.in === "query")
          .map((it) => ({ key: it.name, value: String(shown(it.schema)), description: it.description, disabled: true })),
        variable: (operation.parameters ?? [])
          .filter((parameter) => parameter.in === "path")
          .map((it) => ({ key: it.name, value: `{{${it.name}}}`, description: it.description })),
      },
      ...(operation.body && {
        body: { mode: "raw", raw: JSON.stringify(operation.body, null, 2), options: { raw: { language: "json" } } },
      }),
    },
  });
  const collection = {
    info: {
      name: `${api.info.title} ${api.info.version}`,
      description: "Made from the OpenAPI document by .ci/requests.",
      schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
    },
    item: api.tags.map((tag) => ({
      name: tag.name,
      description: tag.description,
      item: operations.filter((operation) => operation.tags.includes(tag.name)).map(request),
    })),
    variable: Object.entries(defaults).map(([key, value]) => ({ key, value })),
  };
  return JSON.stringify(collection, null, 1) + "\n";
}

let outdated = 0;
for (const [file, made] of [
  ["docs/requests.http", http()],
  ["docs/roadstead.postman_collection.json", postman()],
]) {
  if (mode === "--accept") {
    writeFileSync(file, made);
    console.log(`${file}: ${operations.length} requests`);
    continue;
  }
  let kept = "";
  try {
    kept = readFileSync(file, "utf8");
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  const same = kept.replaceAll("\r\n", "\n") === made;
  console.log(`${file}: ${same ? "as the OpenAPI document says" : "OUT OF DATE, run: bash .ci/requests --accept"}`);
  outdated += same ? 0 : 1;
}
process.exitCode = outdated ? 1 : 0;
