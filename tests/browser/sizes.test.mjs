// What goes over the wire, as brotli makes it: a slow line must not keep a school waiting.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";

const DIST = new URL("../../dist", import.meta.url).pathname;
const KB = 1000;
const LATER = /^suanpan-worker/;
// The second goal is 650: docs/PERFORMANCE.md says what is over.
const FIRST = 200;
const ALL = 924;

async function sizes() {
  const names = (await readdir(DIST)).filter((name) => [".html", ".css", ".js", ".wasm"].includes(extname(name)));
  return Promise.all(
    names.map(async (name) => ({ name, size: brotliCompressSync(await readFile(join(DIST, name))).length })),
  );
}

test("sizes are within their budgets", async (t) => {
  const files = await sizes();
  const sum = (some) => some.reduce((total, { size }) => total + size, 0);
  const first = sum(files.filter(({ name }) => !LATER.test(name)));
  const all = sum(files);
  for (const { name, size } of files) t.diagnostic(`${(size / KB).toFixed(1)} KB  ${name}`);
  t.diagnostic(`${(first / KB).toFixed(1)} KB  first load, of ${FIRST}`);
  t.diagnostic(`${(all / KB).toFixed(1)} KB  all, of ${ALL}`);
  assert.ok(first <= FIRST * KB);
  assert.ok(all <= ALL * KB);
});
