// SPDX-License-Identifier: Apache-2.0
//
// The session runner must not let a wrong answer pass: node --test .ci/session.test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";
import { commands, difference, shownJson, textMatches } from "./session.mjs";

test("finds commands and what they print", () => {
  const document =
    "```sh session\na '\nb'\n```\n```json answer\n{1}\n{2}\n```\n```sh session\nc\n```\n```sh\nnot this\n```\n```json answer\n{3}\n```\n";
  assert.deepEqual(commands(document), [
    { command: "a '\nb'", expected: "{1}\n{2}\n" },
    { command: "c", expected: "" },
  ]);
});

test("takes the blocks of one system, or those of none, with their own answers", () => {
  const document =
    "```sh session\na\n```\n```sh session x y\nb\n```\n```text answer\n1\n```\n```sh session y\nc\n```\n```text answer\n2\n```\n";
  const found = (system) => commands(document, system).map(({ command, expected }) => command + expected.trim());
  assert.deepEqual(found(""), ["a"]);
  assert.deepEqual(found("x"), ["b1"]);
  assert.deepEqual(found("y"), ["b1", "c2"]);
});

test("compares the fields that are shown", () => {
  const found = { state: "READY", pods: [{ name: "web-5d8f7c9b4-x2k8p" }], readyReplicas: 3 };
  const against = (text) => difference(shownJson(text), found);
  assert.equal(against('{"state": "READY", …}'), null);
  assert.equal(against('{"state": "READY"}'), null);
  assert.equal(against('{"pods": [{"name": "web-6c4d9f7d8-abcde"}]}'), null);
  assert.equal(against('{"pods": [{"name": "web-…"}]}'), null);
  assert.equal(against('{"pods": […]}'), null);
  assert.match(against('{"state": "FAILED", …}'), /\.state is "READY", shown is "FAILED"/);
  assert.match(against('{"pods": []}'), /\.pods has 1 elements, shown are 0/);
  assert.match(against('{"pods": [{"name": "other-6c4d9f7d8-abcde"}]}'), /\.pods\[0\]\.name/);
  assert.match(against('{"readyReplicas": "3"}'), /readyReplicas is 3/);
  assert.match(against('{"missing": null}'), /has no "missing"/);
});

test("compares text by its words", () => {
  assert.ok(textMatches("web   3/3 …", "web 3/3   3   42s\n"));
  assert.ok(textMatches("http://10.0.0.1:30080", "http://172.18.0.2:31234"));
  assert.ok(!textMatches("web 3/3", "web 2/3"));
  assert.ok(!textMatches("web 3/3", "web 3/3 42s"));
});
