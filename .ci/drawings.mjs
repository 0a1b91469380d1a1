// SPDX-License-Identifier: Apache-2.0
//
// Parses each *.mmd file of a folder with Mermaid: node .ci/drawings.mjs <folder>
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const tools = createRequire(new URL("tools/package.json", import.meta.url));
const load = (name) => import(pathToFileURL(tools.resolve(name)));

// Mermaid cleans labels with a library that needs a document.
const { JSDOM } = await load("jsdom");
const { window } = new JSDOM("<!doctype html>");
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await load("mermaid");

const folder = process.argv[2];
const files = (await readdir(folder)).filter((name) => name.endsWith(".mmd")).sort();
let refused = 0;
for (const name of files) {
  try {
    await mermaid.parse(await readFile(join(folder, name), "utf8"));
  } catch (error) {
    refused++;
    console.error(`${name}: ${error.message}`);
  }
}
console.log(`Mermaid takes ${files.length - refused} of ${files.length} drawings`);
process.exit(refused > 0 || files.length === 0 ? 1 : 0);
