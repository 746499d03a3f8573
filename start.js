// Starts the page, then fetches, while it is idle, all that may be needed later.
// After that nothing is fetched any more: a file is opened only when this is done.
import init from "./suanpan.js";

/**
 * What the page may ask of the loader, as `window.suanpanLoader`.
 *
 * modules(): Promise<{workerScript: string, workerWasm: WebAssembly.Module}>
 *   Everything fetched: the worker's parts and the samples. Once resolved, no request is
 *   made any more. After a failure the next call tries again.
 * createWorker(): Worker
 *   A new worker, already given its module. Throws before modules() has resolved.
 * sample(name: string): Promise<Uint8Array>
 *   A copy of the bytes of a sample file, by its `name` in examples/index.json.
 */
const loader = { modules, createWorker, sample };

let fetching = null;
let fetched = null;

async function get(path) {
  const response = await fetch(new URL(path, import.meta.url));
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return response;
}

const bytes = async (path) => new Uint8Array(await (await get(path)).arrayBuffer());

async function fetchAll() {
  const [workerScript, workerWasm, list] = await Promise.all([
    get("suanpan-worker.js").then((response) => response.text()),
    // Not compileStreaming: that refuses a server that does not know the type of .wasm files.
    bytes("suanpan-worker_bg.wasm").then((wasm) => WebAssembly.compile(wasm)),
    get("examples/index.json").then((response) => response.json()),
  ]);
  const files = await Promise.all(list.map(({ file }) => bytes(`examples/${encodeURIComponent(file)}`)));
  return { workerScript, workerWasm, list, files };
}

function modules() {
  fetching ??= fetchAll().then(
    (all) => (fetched = all),
    (error) => {
      fetching = null;
      throw error;
    },
  );
  return fetching;
}

// The worker's first message is its module; all later ones are for the program in it.
const BOOT = "onmessage = ({ data }) => { onmessage = null; wasm_bindgen.initSync({ module: data }); };";

function createWorker() {
  if (!fetched) throw new Error("modules() has not resolved");
  // A worker from a Blob has the policy of the page.
  const url = URL.createObjectURL(new Blob([fetched.workerScript, "\n", BOOT], { type: "text/javascript" }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  worker.postMessage(fetched.workerWasm);
  return worker;
}

async function sample(name) {
  const { list, files } = await modules();
  const at = list.findIndex((entry) => entry.name === name);
  if (at < 0) throw new Error(`no sample ${name}`);
  return files[at].slice();
}

window.suanpanLoader = loader;

try {
  await init();
  const whenIdle = window.requestIdleCallback ?? ((then) => setTimeout(then, 200));
  // A failure here is told by the next call of modules().
  whenIdle(() => modules().catch(() => {}));
} catch (error) {
  window.suanpanStartFailed(error);
}
