// SPDX-License-Identifier: Apache-2.0
//
// The service as a later version may be: what it answers, with a value that today's contract does not
// have in each enum, and with one more field in each object. A client made today must read it.
//
//   node future.mjs <OpenAPI document> <address of the service> <file for the port>
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

export const NEW_VALUE = "FROM_THE_FUTURE";
export const NEW_FIELD = "fromTheFuture";

/** Looks through references and through "or null". */
function resolved(document, schema) {
  if (schema?.$ref) {
    return resolved(document, document.components.schemas[schema.$ref.split("/").pop()]);
  }
  const alternatives = (schema?.anyOf ?? schema?.oneOf ?? schema?.allOf ?? []).filter((it) => it.type !== "null");
  const one = alternatives.length > 0 && !schema.properties && alternatives.every((it) => !("const" in it));
  return one ? resolved(document, alternatives[0]) : (schema ?? {});
}

const isEnum = (schema) =>
  Boolean(schema.enum ?? schema["x-extensible-enum"]) || (schema.oneOf ?? schema.anyOf ?? []).some((it) => "const" in it);

/** What is said, with a new value in each enum and a new field in each object. */
export function grown(document, schema, value) {
  const known = resolved(document, schema);
  if (value === null || value === undefined) return value;
  if (isEnum(known)) return NEW_VALUE;
  if (Array.isArray(value)) return value.map((it) => grown(document, known.items, it));
  if (typeof value !== "object") return value;
  const fields = Object.entries(value).map(([name, it]) => [
    name,
    grown(document, known.properties?.[name] ?? known.additionalProperties, it),
  ]);
  return Object.fromEntries(known.properties ? [...fields, [NEW_FIELD, { nested: [1] }]] : fields);
}

function answerSchema(document, method, path) {
  for (const [template, item] of Object.entries(document.paths)) {
    const pattern = new RegExp(`^${template.replace(/\{[^}]+\}/g, "[^/]+")}$`);
    const schema = item[method]?.responses?.["200"]?.content?.["application/json"]?.schema;
    if (schema && pattern.test(path)) return schema;
  }
  return {};
}

function serve(documentFile, service, portFile) {
  const document = JSON.parse(readFileSync(documentFile, "utf8"));
  const server = createServer(async (request, response) => {
    try {
      const answer = await fetch(new URL(request.url, service), { method: request.method });
      const schema = answerSchema(document, request.method.toLowerCase(), request.url.split("?")[0]);
      const body = answer.ok ? grown(document, schema, await answer.json()) : await answer.json();
      response.writeHead(answer.status, { "Content-Type": answer.headers.get("Content-Type") });
      response.end(JSON.stringify(body));
    } catch (error) {
      response.writeHead(502).end(String(error));
    }
  });
  server.listen(0, "127.0.0.1", () => writeFileSync(portFile, String(server.address().port)));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) serve(...process.argv.slice(2));
