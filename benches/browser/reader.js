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

// By name: what to load, what reads a workbook, what reads a text.
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
  PapaParse: { script: "papaparse/papaparse.min.js", text: (bytes, label) => Papa.parse(text(bytes, label)).data.length },
  uDSV: {
    script: "udsv/dist/uDSV.iife.min.js",
    text: (bytes, label) => {
      const csv = text(bytes, label);
      const schema = uDSV.inferSchema(csv);
      return uDSV.initParser(schema).stringArrs(csv).length;
    },
  },
  "calamine, Range": { wasm: "range", workbook: true },
  "calamine, cells": { wasm: "cells", workbook: true },
  "inflate alone": { wasm: "inflate", workbook: true },
  "count of commas": { wasm: "commas", text: true },
};

let read;

async function load(name) {
  const reader = READERS[name];
  if (reader.script) {
    importScripts(`/modules/${reader.script}`);
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
