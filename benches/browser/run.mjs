// Reads the generated files in one Chromium with Suanpan's worker and with others, in turns:
// every reader in a worker of its own, the first call cold, the others warm. Then the most
// memory of the browser's process, each reader in a browser of its own.
//
//     make bench
//     node benches/browser/run.mjs FILES CALAMINE_WASM [WORD…]
import { createServer } from "node:http";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const DIST = join(HERE, "../../dist");
const [files, calamine, ...words] = process.argv.slice(2);
const ROUNDS = 6;

const WORKBOOK = [
  "Suanpan", "Suanpan, understood", "SheetJS 0.18.5", "SheetJS 0.20.3", "ExcelJS 4.4", "hucre 1.0", "calamine, Range", "calamine, cells", "inflate alone",
];
const TEXT = [
  "Suanpan", "Suanpan, understood", "SheetJS 0.18.5", "SheetJS 0.20.3", "PapaParse", "uDSV", "DuckDB-wasm", "commas, compiled", "commas, JavaScript",
];
// DuckDB compiles its module while it arrives, which browsers do for this type only.
const TYPES = { js: "text/javascript", mjs: "text/javascript", cjs: "text/javascript", wasm: "application/wasm" };

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
  const from = [
    ["/files/", files], ["/modules/", join(HERE, "node_modules")], ["/dist/", DIST], ["/", HERE],
  ].find(([start]) => path.startsWith(start));
  try {
    const body = path === "/calamine.wasm" ? readFileSync(calamine)
      : path === "/" ? "<!doctype html><title>bench</title>"
      : readFileSync(join(from[1], path.slice(from[0].length)));
    response.setHeader("content-type", path === "/" ? "text/html" : TYPES[path.split(".").at(-1)] ?? "application/octet-stream");
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${server.address().port}`;

async function open() {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--js-flags=--max-old-space-size=4096"],
  });
  const page = await browser.newPage();
  await page.goto(origin);
  await page.evaluate(prepare);
  return { browser, page };
}

// Runs in the page: window.start(name) makes a worker ready, window.read(name, file, label)
// gives the milliseconds, window.end(name) ends the worker.
function prepare() {
  const workers = {};
  const answer = (worker, ready) => new Promise((resolve, reject) => {
    worker.onerror = (error) => reject(new Error(error.message));
    worker.onmessage = ({ data }) => {
      if (data.error) reject(new Error(data.error));
      else if (ready(data)) resolve(data);
    };
    setTimeout(() => reject(new Error("no answer within a minute")), 60_000);
  });
  let files = {};
  window.fetchFile = async (file) => {
    files = { [file]: new Uint8Array(await (await fetch(`/files/${file}`)).arrayBuffer()) };
  };
  window.start = async (name) => {
    if (!name.startsWith("Suanpan")) {
      const worker = (workers[name] = new Worker("/reader.js"));
      worker.postMessage({ name });
      await answer(worker, () => true);
      return;
    }
    const [script, wasm] = await Promise.all([
      fetch("/dist/suanpan-worker.js").then((response) => response.text()),
      fetch("/dist/suanpan-worker_bg.wasm").then((response) => response.arrayBuffer()).then(WebAssembly.compile),
    ]);
    const boot = "onmessage = ({ data }) => { onmessage = null; wasm_bindgen.initSync({ module: data }); };";
    workers[name] = new Worker(URL.createObjectURL(new Blob([script, "\n", boot])));
    workers[name].postMessage(wasm);
  };
  // The call of opening one file, as src/app/engine.rs has it and postcard encodes it: Open, one
  // file: its name, its bytes (beside the message), its fingerprint, which the page asks of the
  // browser; readable, no token, no answer; nothing is open.
  const call = async (bytes) => {
    const digest = [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))];
    const hex = digest.map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return new Uint8Array([1, 1, 1, 120, 0, 1, 64, ...new TextEncoder().encode(hex), 0, 0, 0, 0]);
  };
  window.read = async (name, file, label, once) => {
    const bytes = files[file].slice();
    const worker = workers[name];
    const start = performance.now();
    if (!name.startsWith("Suanpan")) {
      worker.postMessage({ bytes, label }, [bytes.buffer]);
      return (await answer(worker, () => true)).time;
    }
    // The fingerprint, which the others do without, counts with what is understood only.
    const beside = performance.now();
    const message = await call(bytes);
    const digest = name.endsWith("understood") ? 0 : performance.now() - beside;
    worker.postMessage([1, message, bytes], [message.buffer, bytes.buffer]);
    // A report of progress is [request, 0, bytes]: the file, then the stage, of which 2 is
    // finding out what the tables mean. The other programs stop there, so it is timed to it.
    let tables;
    const reply = await answer(worker, ([, kind, bytes]) => {
      if (kind === 0 && bytes[1] === 2) tables ??= performance.now() - start - digest;
      return kind !== 0 || (once && tables && !name.endsWith("understood"));
    });
    // A worker that is never used again is ended where the other programs stop.
    if (reply[1] === 0) {
      worker.terminate();
      return tables;
    }
    if (reply[1] !== 1) throw new Error(new TextDecoder().decode(reply[2]));
    if (name.endsWith("understood")) return performance.now() - start;
    return tables;
  };
  window.cancel = async (name, file, after) => {
    const bytes = files[file].slice();
    const message = await call(bytes);
    workers[name].postMessage([1, message, bytes], [message.buffer, bytes.buffer]);
    await new Promise((resolve) => setTimeout(resolve, after));
    workers[name].terminate();
  };
}

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];
const label = (file) => (file.endsWith(".csv") ? (file.startsWith("gb") ? "gb18030" : "utf-8") : undefined);

function processes() {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      return [{ pid, command: readFileSync(`/proc/${pid}/cmdline`, "utf8") }];
    } catch {
      return [];
    }
  });
}

/** Renderer processes that were not there before. */
async function fresh() {
  const before = new Set(processes().filter(({ command }) => command.includes("--type=renderer")).map(({ pid }) => pid));
  const opened = await open();
  const own = processes().filter(({ pid, command }) => command.includes("--type=renderer") && !before.has(pid)).map(({ pid }) => pid);
  const most = (what) => Math.max(...own.map((pid) => {
    try {
      return Number(readFileSync(`/proc/${pid}/status`, "utf8").match(new RegExp(`${what}:\\s+(\\d+)`))[1]);
    } catch {
      return 0;
    }
  }));
  const forget = () => own.forEach((pid) => { try { writeFileSync(`/proc/${pid}/clear_refs`, "5"); } catch {} });
  return { ...opened, most, forget };
}

const names = readdirSync(files).filter((name) => /\.(xlsx|csv)$/.test(name))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .sort((a, b) => Number(a.match(/\d+(?=\.)/)) - Number(b.match(/\d+(?=\.)/)) || a.localeCompare(b));

for (const file of names) {
  const readers = file.endsWith(".csv") ? TEXT : WORKBOOK;
  const { browser, page } = await open();
  const times = Object.fromEntries(readers.map((name) => [name, []]));
  await page.evaluate((file) => fetchFile(file), file);
  for (const name of readers) await page.evaluate((name) => start(name), name);
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of readers) {
      times[name].push(await page.evaluate(([name, file, label]) => read(name, file, label), [name, file, label(file)])
        .catch((error) => (console.error(`${name}: ${error.message.split("\n")[0]}`), NaN)));
    }
  }
  await browser.close();
  console.log(`\n${file}; cold, and the median of ${ROUNDS - 1} warm calls\n${" ".repeat(22)}cold ms  warm ms  ratio    MB`);
  for (const name of readers) {
    const [cold, ...warm] = times[name];
    const { browser, page, most, forget } = await fresh();
    await page.evaluate((file) => fetchFile(file), file);
    await page.evaluate((name) => start(name), name);
    await new Promise((resolve) => setTimeout(resolve, 300));
    forget();
    const before = most("VmRSS");
    await page.evaluate(([name, file, label]) => read(name, file, label, true), [name, file, label(file)]).catch(() => {});
    const grown = (most("VmHWM") - before) / 1024;
    await browser.close();
    const ratio = median(warm) / median(times.Suanpan.slice(1));
    console.log(`${name.padEnd(20)} ${cold.toFixed(0).padStart(8)} ${median(warm).toFixed(0).padStart(8)} ${ratio.toFixed(2).padStart(6)} ${grown.toFixed(0).padStart(5)}`);
  }
}

// A cancelled reading: its worker is ended, and with it goes its memory.
const large = names.at(-1);
if (large) {
  const { browser, page, most } = await fresh();
  await page.evaluate((file) => fetchFile(file), large);
  await page.evaluate(() => start("Suanpan"));
  await page.evaluate((file) => read("Suanpan", file), large);
  const busy = most("VmRSS");
  await page.evaluate((file) => cancel("Suanpan", file, 50), large);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  console.log(`\n${large}, cancelled: ${(busy / 1024).toFixed(0)} MB with its worker, ${(most("VmRSS") / 1024).toFixed(0)} MB after`);
  await browser.close();
}
server.close();
