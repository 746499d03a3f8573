// A static server for the built site, and at once a proxy that notes every request the
// browser makes, whoever in it asks and wherever it goes: workers have no other way out.
//
// On its own: node tests/browser/serve.mjs DIR PORT
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** The policy as a header: that of index.html, and what a meta tag cannot say. */
export async function policyHeader(dir) {
  const html = await readFile(join(dir, "index.html"), "utf8");
  const [, policy] = html.match(/http-equiv="?Content-Security-Policy"? content="([^"]+)"/i);
  return `${policy}; frame-ancestors 'self'`;
}

/**
 * Serves `dir`, below `base`, on a free port unless one is given.
 * `requests` fills with the URL of every request; other hosts are noted and refused.
 * Names added to `missing` are not found.
 */
export async function serve(dir, { port = 0, base = "/", header = true } = {}) {
  const requests = [];
  const missing = new Set();
  const policy = header ? await policyHeader(dir) : undefined;
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    requests.push(url.href);
    if (url.host !== `127.0.0.1:${server.address().port}`) return response.writeHead(502).end();
    const path = decodeURIComponent(url.pathname);
    if (!path.startsWith(base)) return response.writeHead(404).end();
    const name = normalize("/" + path.slice(base.length)).replace(/\/$/, "/index.html");
    try {
      if (missing.has(name.slice(1))) throw new Error("missing");
      const body = await readFile(join(dir, name));
      response.setHeader("content-type", TYPES[extname(name)] ?? "application/octet-stream");
      response.setHeader("cache-control", "no-store");
      response.setHeader("x-content-type-options", "nosniff");
      if (policy) response.setHeader("content-security-policy", policy);
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.on("connect", (request, socket) => {
    requests.push(`https://${request.url}/`);
    socket.on("error", () => {});
    socket.end("HTTP/1.1 502 Refused\r\n\r\n");
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin, url: origin + base, requests, missing, close };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , dir = "dist", port = "8080"] = process.argv;
  const { url } = await serve(dir, { port: Number(port) });
  console.log(`Suanpan 教评算盘: ${url} (Ctrl-C ends it)`);
}
