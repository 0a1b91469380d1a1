// SPDX-License-Identifier: Apache-2.0
//
// What may differ between the answers of the native executable and those of the JVM, and how the
// rest is compared.

/** Differs from call to call. */
const volatile = [
  [/\b\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\b/g, "<time>"],
  [/\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/g, "<time>"],
  [/"seconds": "1\d{9}",\s+"nanos": \d+/g, "<time>"],
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "<time>"],
  [/\bafter \d+ s\b/g, "after <time>"],
  [/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "<uuid>"],
  [/\b[0-9a-f]{32}\b/g, "<id>"],
];

/** Differs from app to app as well: what the cluster has chosen for each. */
const chosen = [
  [/\\"[\w-]{20}(\.[0-9a-f]{16})?\\"/g, "<etag>"],
  [/\b10\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g, "<ip>"],
  [/\b172\.18\.0\.\d{1,3}\b/g, "<ip>"],
  [/\b3[0-2]\d{3}\b/g, "<node port>"],
  [/\b([a-z][-a-z0-9]*-[a-z0-9]{6,10})-[a-z0-9]{5}\b/g, "$1-<pod>"],
  [/\bnode-\d\b/g, "<node>"],
  [/\bzone-[a-c]\b/g, "<zone>"],
];

/** An answer as text, without what differs from call to call; for writes not from app to app either. */
export function settled(answer, { own = false, words = [] } = {}) {
  let text = typeof answer === "string" ? answer : JSON.stringify(answer, null, 1);
  for (const [word, name] of words) text = text.replaceAll(word, name);
  for (const [pattern, name] of own ? [...volatile, ...chosen] : volatile) text = text.replace(pattern, name);
  return text;
}

/**
 * The differences that are known, each with its reason. A label is that of a call, a text one line in
 * which the two differ.
 */
export const known = [
  {
    label: /^log$/,
    text: /^(io\.roadstead\.kubernetes\.watch\.Heartbeat|io\.vertx\.core\.impl\.BlockedThreadChecker) /,
    reason: "whether a heartbeat or a thread is late depends on the load of the machine",
  },
  {
    label: /GET \/q\/(openapi|health)/,
    text: /^the same lines in another order$/,
    reason: "the executable answers the OpenAPI document as the build has stored it, the JVM writes it anew; checks of health have no order",
  },
  {
    label: /^metrics$/,
    text: /^jvm_buffer_/,
    reason: "a native executable has no BufferPoolMXBean; netty_allocator_* shows the same memory",
  },
  {
    label: /^metrics$/,
    text: /^jvm_gc_(pause_seconds|concurrent_phase_time_seconds|memory_allocated_bytes|memory_promoted_bytes|overhead)/,
    reason: "its collector sends no notifications; count and time of collections are there, the longest one is not",
  },
  {
    label: /^metrics$/,
    text: /^jvm_(classes_|memory_usage_after_gc)/,
    reason: "classes are not loaded at run time; the usage after a collection comes with the notifications",
  },
];

/** The lines that only one of two texts has, in their order. */
export function difference(expected, found) {
  const count = (text) => text.split("\n").reduce((m, line) => m.set(line, (m.get(line) ?? 0) + 1), new Map());
  const [left, right] = [count(expected), count(found)];
  const only = (mine, other) =>
    [...mine].filter(([line, times]) => times > (other.get(line) ?? 0)).map(([line]) => line);
  const lines = { jvm: only(left, right), native: only(right, left) };
  return lines.jvm.length + lines.native.length === 0 && expected !== found
    ? { jvm: ["the same lines in another order"], native: [] }
    : lines;
}

/** Compares two answers to one call: {unknown: lines, allowed: Set of reasons}. */
export function judge(label, expected, found) {
  const { jvm, native } = difference(expected, found);
  const unknown = [];
  const allowed = new Set();
  for (const [side, lines] of Object.entries({ jvm, native })) {
    for (const text of lines) {
      const rule = known.find((it) => it.label.test(label) && it.text.test(text.trim()));
      if (rule) allowed.add(rule.reason);
      else unknown.push(`${side}: ${text}`);
    }
  }
  return { unknown, allowed };
}
