// SPDX-License-Identifier: Apache-2.0
//
// Runs the blocks of a document marked "sh session" and compares what they print with the block marked
// "answer" that follows, if there is one:
//
//   ```sh session
//   curl -s localhost:8080/v1/cluster
//   ```
//   ```json answer
//   {"name": "simulated", "nodeCount": 3, …}
//   ```
//
// A block is pasted as it is, so it has no prompts. JSON is compared by meaning: every field shown must be
// there with the same value. "…" stands for anything, and for the fields and elements not shown. What differs
// from run to run (times, ids, etags, addresses, pod names, node ports) need only look alike. A command
// that only reads is repeated for a minute until it matches: an app takes its time.
//
// A block for certain systems of the simulated cluster has their names behind "session".
//
//   node .ci/session.mjs README.md <port> <file for the counts> [system]
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";

/** [{command, expected}] of a document's blocks for one system of the simulated cluster, in order. */
export function commands(markdown, system = "") {
  const found = [];
  let chosen = false;
  for (const [, kind, labels, block] of markdown.matchAll(/^```(sh session|\w+ answer|\w*)(.*)\n([^]*?)^```$/gm)) {
    if (kind === "sh session") {
      chosen = system === "" ? labels === "" : labels.split(" ").includes(system);
      if (chosen) found.push({ command: block.trimEnd(), expected: "" });
    } else {
      if (chosen && kind.endsWith(" answer")) found.at(-1).expected = block;
      chosen = false;
    }
  }
  return found;
}

const volatile = [
  [/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>"],
  [/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "<uid>"],
  [/\b\d{1,3}(\.\d{1,3}){3}\b/g, "<ip>"],
  [/\b([a-z][-a-z0-9]*)-[a-z0-9]{5,10}-[a-z0-9]{5}\b/g, "$1-<pod>"],
  [/(?<=:)3[0-2]\d{3}\b|^3[0-2]\d{3}$/g, "<node port>"],
];

const settled = (text) => volatile.reduce((rest, [pattern, name]) => rest.replace(pattern, name), String(text));

/** Whether a text looks like the one shown, where "…" stands for anything. */
export function textMatches(shown, found) {
  const squeeze = (text) => settled(text).trim().replace(/[ \t]+/g, " ").replace(/ *\n */g, "\n");
  const pattern = squeeze(shown).split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pattern.join("[^]*?")}$`).test(squeeze(found));
}

/** Reads the JSON of a document, where a bare … leaves out fields or elements; undefined if it is none. */
export function shownJson(text) {
  const open = [];
  const source = text.replace(/"(?:[^"\\]|\\.)*"|[[\]{}]|…/g, (token) => {
    if (token === "{" || token === "[") open.push(token);
    if (token === "}" || token === "]") open.pop();
    if (token !== "…") return token;
    return open.at(-1) === "{" ? '"…": "…"' : '"…"';
  });
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** The first place where what was found is not what is shown, or null. */
export function difference(shown, found, path = "") {
  const here = path || "the answer";
  if (shown === "…") return null;
  if (Array.isArray(shown)) return arrayDifference(shown, found, path);
  if (shown !== null && typeof shown === "object") {
    if (found === null || typeof found !== "object" || Array.isArray(found)) return `${here} is no object`;
    for (const [key, value] of Object.entries(shown)) {
      if (key === "…") continue;
      if (!(key in found)) return `${here} has no "${key}"`;
      if (key === "etag" && typeof found.etag === "string" && found.etag !== "") continue;
      const inner = difference(value, found[key], `${path}.${key}`);
      if (inner) return inner;
    }
    return null;
  }
  if (typeof shown === typeof found && textMatches(String(shown), String(found))) return null;
  return `${here} is ${JSON.stringify(found)}, shown is ${JSON.stringify(shown)}`;
}

function arrayDifference(shown, found, path) {
  if (!Array.isArray(found)) return `${path || "the answer"} is no array`;
  const open = shown.at(-1) === "…";
  const wanted = open ? shown.slice(0, -1) : shown;
  if (open ? found.length < wanted.length : found.length !== wanted.length) {
    return `${path || "the answer"} has ${found.length} elements, shown are ${wanted.length}`;
  }
  for (const [index, value] of wanted.entries()) {
    const inner = difference(value, found[index], `${path}[${index}]`);
    if (inner) return inner;
  }
  return null;
}

function compare(expected, run) {
  if (run.status !== 0) return `it ended with ${run.status}: ${run.stderr}`;
  if (expected.trim() === "") return null;
  const shown = shownJson(expected);
  if (shown === undefined) return textMatches(expected, run.stdout) ? null : "it prints something else";
  try {
    return difference(shown, JSON.parse(run.stdout));
  } catch {
    return "it prints no JSON";
  }
}

const onlyReads = (command) => !/ -X|--request| -d |--data|\b(scale|apply|delete|create)\b|(Deploy|Expose|Unexpose|Scale|Delete)App/.test(command);

async function passes({ command, expected }, port) {
  const local = command.replaceAll(/\b(localhost|127\.0\.0\.1):8080\b/g, `$1:${port}`);
  for (const until = Date.now() + 60_000; ; await pause(500)) {
    const run = spawnSync("bash", ["-c", local], { encoding: "utf8", timeout: 60_000 });
    const problem = compare(expected, run);
    if (problem === null) {
      console.log(`ok: ${command}`);
      return true;
    }
    if (!onlyReads(command) || Date.now() > until) {
      console.log(`NOT OK: ${command}\n  ${problem}\n  shown: ${expected}\n  found: ${run.stdout.slice(0, 2000)}`);
      return false;
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [document, port, counts, system] = process.argv.slice(2);
  const session = commands(readFileSync(document, "utf8"), system);
  let passed = 0;
  for (const step of session) {
    if (await passes(step, port)) passed++;
  }
  const shown = session.filter(({ expected }) => expected.trim() !== "").length;
  console.log(`${session.length} commands, ${shown} with an answer to compare`);
  const failed = shown === 0 ? session.length - passed + 1 : session.length - passed;
  writeFileSync(counts, `${passed} ${failed} 0\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
