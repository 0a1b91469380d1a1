// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import { grown, NEW_FIELD, NEW_VALUE } from "./future.mjs";

const document = {
  components: {
    schemas: {
      State: { type: "string", enum: ["READY"] },
      Reason: { type: "string", oneOf: [{ const: "STARTING", description: "Starts." }] },
      Status: {
        type: "object",
        properties: {
          state: { $ref: "#/components/schemas/State" },
          reason: { anyOf: [{ $ref: "#/components/schemas/Reason" }, { type: "null" }] },
          parts: { type: "array", items: { $ref: "#/components/schemas/Status" } },
          labels: { type: "object", additionalProperties: { type: "string" } },
        },
      },
    },
  },
};

test("puts a new value into each enum and a new field into each object, at any depth", () => {
  const status = { state: "READY", reason: "STARTING", parts: [{ state: "READY", reason: null }], labels: { team: "web" } };
  assert.deepEqual(grown(document, { $ref: "#/components/schemas/Status" }, status), {
    state: NEW_VALUE,
    reason: NEW_VALUE,
    parts: [{ state: NEW_VALUE, reason: null, [NEW_FIELD]: { nested: [1] } }],
    labels: { team: "web" },
    [NEW_FIELD]: { nested: [1] },
  });
});
