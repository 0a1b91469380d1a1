// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import { difference, judge, settled } from "./native-differences.mjs";

test("time and request ids may differ, values may not", () => {
  const answer = (asOf, id, replicas) => ({ asOf, requestId: id, replicas });
  const one = answer("2026-11-27T18:00:00Z", "0f8fad5b-d9cb-469f-a165-70867728950e", 3);
  const other = answer("2026-11-27T18:00:01.5Z", "7c9e6679-7425-40de-944b-e07fc1f90ae7", 3);
  assert.equal(settled(one), settled(other));
  assert.notEqual(settled(one), settled({ ...other, replicas: 2 }));
  assert.equal(settled("Fri, 27 Nov 2026 22:57:05 GMT"), settled("Fri, 27 Nov 2026 22:57:06 GMT"));
});

test("what the cluster chooses may differ for writes alone", () => {
  const one = "side-jvm: kubia-5d9c7b8f64-x2x4q on node-1 has 10.244.1.7 and port 30123";
  const other = "side-exe: kubia-5d9c7b8f64-bbbbb on node-3 has 10.244.3.17 and port 31999";
  const words = [["side-jvm", "<side>"], ["side-exe", "<side>"]];
  assert.equal(settled(one, { own: true, words }), settled(other, { own: true, words }));
  assert.notEqual(settled(one, { words }), settled(other, { words }));
});

test("a line more, a line less and another order are differences", () => {
  assert.deepEqual(difference("a\nb", "a\nb"), { jvm: [], native: [] });
  assert.deepEqual(difference("a\nb", "a\nc"), { jvm: ["b"], native: ["c"] });
  assert.deepEqual(difference("a\na", "a"), { jvm: ["a"], native: [] });
  assert.equal(difference("a\nb", "b\na").jvm.length, 1);
});

test("only what is listed is allowed, and only there", () => {
  assert.deepEqual(judge("metrics", "jvm_buffer_count_buffers", "").unknown, ["native: "]);
  assert.deepEqual(judge("metrics", "x\njvm_buffer_count_buffers", "x").unknown, []);
  assert.deepEqual(judge("GET /v1/cluster", "x\njvm_buffer_count_buffers", "x").unknown, ["jvm: jvm_buffer_count_buffers"]);
  assert.deepEqual(judge("metrics", "x", "y").unknown, ["jvm: x", "native: y"]);
});
