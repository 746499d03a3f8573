// One reader in a worker of its own: told which, then given files' bytes; answers with the
// milliseconds from the bytes to the rows.
"use strict";

const text = (bytes, label) => new TextDecoder(label).decode(bytes);
const sheetjs = (bytes) => {
  const book = XLSX.read(bytes, { dense: true });
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 }).length;
};
const sheetjsText = (bytes, label) => {
  const book = XLSX.read(text(bytes, label), { type: "string", dense: true, raw: true });
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 }).length;
};

// A loop as anyone would write it: one byte at a time, nothing copied.
const commas = (bytes) => {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) count += bytes[at] === 44 ? 1 : 0;
  return count;
};

// DuckDB in this very worker, on its one thread, from the bench's server alone: its CommonJS build
// requires nothing but Arrow in a browser, and it may fetch no extensions.
let connection, bindings;
async function openDuckDB() {
  const dist = "/modules/@duckdb/duckdb-wasm/dist/";
  self.require = () => Arrow;
  self.module = { exports: {} };
  importScripts(`${dist}duckdb-browser-blocking.cjs`);
  const { createDuckDB, VoidLogger, BROWSER_RUNTIME } = module.exports;
  const build = (name) => ({ mainModule: `${location.origin}${dist}duckdb-${name}.wasm` });
  bindings = await createDuckDB({ mvp: build("mvp"), eh: build("eh") }, new VoidLogger(), BROWSER_RUNTIME);
  await bindings.instantiate(() => {});
  bindings.open({});
  connection = bindings.connect();
  for (const how of ["autoinstall", "autoload"]) connection.query(`SET ${how}_known_extensions = false`);
}

// It reads UTF-8 only; GB18030 would need an extension. The columns come back as Arrow's.
const duckdb = (bytes, label) => {
  if (label === "utf-8") bindings.registerFileBuffer("file", bytes);
  else bindings.registerFileText("file", text(bytes, label));
  const rows = connection.query("SELECT * FROM read_csv('file')").numRows;
  bindings.dropFile("file");
  return rows;
};

// By name: the script or the compiled function, what makes ready, what reads a workbook, what
// reads a text.
const READERS = {
  "SheetJS 0.18.5": { script: "xlsx/dist/xlsx.full.min.js", workbook: sheetjs, text: sheetjsText },
  "SheetJS 0.20.3": { script: "xlsx-0.20/dist/xlsx.full.min.js", workbook: sheetjs, text: sheetjsText },
  "ExcelJS 4.4": {
    script: "exceljs/dist/exceljs.min.js",
    workbook: async (bytes) => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(bytes);
      const rows = [];
      book.worksheets[0].eachRow((row) => rows.push(row.values));
      return rows.length;
    },
  },
  "hucre 1.0": {
    open: async () => (self.hucre = await import("/modules/hucre/dist/xlsx.mjs")),
    workbook: async (bytes) => (await hucre.readXlsx(bytes)).sheets[0].rows.length,
  },
  PapaParse: { script: "papaparse/papaparse.min.js", text: (bytes, label) => Papa.parse(text(bytes, label)).data.length },
  uDSV: {
    script: "udsv/dist/uDSV.iife.min.js",
    text: (bytes, label) => {
      const csv = text(bytes, label);
      const schema = uDSV.inferSchema(csv);
      return uDSV.initParser(schema).stringArrs(csv).length;
    },
  },
  "DuckDB-wasm": { script: "apache-arrow/Arrow.es2015.min.js", open: openDuckDB, text: duckdb },
  "calamine, Range": { wasm: "range", workbook: true },
  "calamine, cells": { wasm: "cells", workbook: true },
  "inflate alone": { wasm: "inflate", workbook: true },
  "commas, compiled": { wasm: "commas", text: true },
  "commas, JavaScript": { text: commas },
};

let read;

async function load(name) {
  const reader = READERS[name];
  if (!reader.wasm) {
    if (reader.script) importScripts(`/modules/${reader.script}`);
    await reader.open?.();
    read = (bytes, label) => (label ? reader.text(bytes, label) : reader.workbook(bytes));
    return;
  }
  const module = await WebAssembly.compile(await (await fetch("/calamine.wasm")).arrayBuffer());
  // What it asks of a page (the clock, for today's date) is not needed here.
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => 0;
  const instance = await WebAssembly.instantiate(module, imports);
  const { room, memory, [reader.wasm]: run } = instance.exports;
  read = (bytes) => {
    const at = room(bytes.length);
    new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
    return run();
  };
}

onmessage = async ({ data: { name, bytes, label } }) => {
  try {
    if (name) await load(name);
    const start = performance.now();
    const rows = name ? 0 : await read(bytes, label);
    postMessage({ time: performance.now() - start, rows });
  } catch (error) {
    postMessage({ error: String(error) });
  }
};
