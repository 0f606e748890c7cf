// The storefront's own server: built files with long lives, pages from react-router, both compressed.
import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, relative } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as zlib from "node:zlib";

import { bodyIn, keyOf, pageCache, STILL_HEADER } from "./page-cache.mjs";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

const here = fileURLToPath(new URL(".", import.meta.url));
const clientDir = join(here, "build/client");
const serverFile = join(here, "build/server/index.js");
if (!existsSync(serverFile)) {
  process.stderr.write("storefront: not built yet, run `npm run build -w storefront` first\n");
  process.exit(1);
}

// React answers much faster in its production form; what the environment is called is kept apart.
process.env.YIGOU_ENV = process.env.NODE_ENV ?? "development";
process.env.NODE_ENV = "production";
process.chdir(here);

const types = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};
const YEAR = "public, max-age=31536000, immutable";
const port = Number(process.env.STOREFRONT_PORT ?? process.env.PORT ?? 8000);
const trustProxy = process.env.TRUST_PROXY === "1";

const pages = pageCache();
const files = new Map();
for (const entry of await readdir(clientDir, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const type = types[extname(entry.name)];
  if (!entry.isFile() || !type) continue;
  const { size } = await stat(path);
  files.set(`/${relative(clientDir, path)}`, { path, type, size, bodies: {} });
}

const { createRequestHandler } = await import("react-router");
const handle = createRequestHandler(await import(serverFile), "production");

const server = createServer((request, response) => {
  // Only our own proxy may say who asks; the login limit counts by this.
  if (!trustProxy) {
    request.headers["x-forwarded-for"] = request.socket.remoteAddress;
    delete request.headers["x-forwarded-host"];
    delete request.headers["x-forwarded-proto"];
  }
  const file = files.get(request.url?.split("?")[0] ?? "");
  const reads = request.method === "GET" || request.method === "HEAD";
  const sent = file && reads ? sendFile(request, response, file) : sendPage(request, response);
  sent.catch(() => response.destroy());
});

async function sendFile(request, response, file) {
  const encoding = encodingOf(request);
  const zip = isText(file.type) && file.size > 1024 && encoding !== "identity";
  const body = await bodyOf(file, zip ? encoding : "identity");
  response.writeHead(200, {
    "content-type": file.type,
    "content-length": body.length,
    "cache-control": file.path.includes("/assets/") ? YEAR : "public, max-age=3600",
    "x-content-type-options": "nosniff",
    vary: "accept-encoding",
    ...(zip ? { "content-encoding": encoding } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** A built file in one encoding: read and compressed once, then kept; all of them are half a megabyte. */
function bodyOf(file, encoding) {
  file.bodies[encoding] ??= readFile(file.path).then((raw) => {
    if (encoding === "br") return brotli(raw);
    return encoding === "gzip" ? gzip(raw, { level: 9 }) : raw;
  });
  return file.bodies[encoding];
}

function encodingOf(request) {
  if (/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) return "br";
  return acceptsGzip(request) ? "gzip" : "identity";
}

function acceptsGzip(request) {
  return /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
}

/** A page, a redirect or a picture: one that is kept for everybody, or an answer of this request's own. */
async function sendPage(request, response) {
  const key = keyOf(request);
  if (key === null) return sendOwn(request, response);
  // A reader who leaves must not take away the page from those who wait for it too.
  const found = await pages.get(key, () => handle(webRequest(request, undefined)));
  if (found.answer) return sendAnswer(request, response, found.answer);
  const encoding = encodingOf(request);
  const body = await bodyIn(found.page, encoding);
  response.writeHead(200, {
    ...found.page.headers,
    "content-length": body.length,
    vary: "accept-encoding",
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
  });
  response.end(body);
}

async function sendOwn(request, response) {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  return sendAnswer(request, response, await handle(webRequest(request, gone.signal)));
}

/** react-router's answer, compressed and flushed as it comes. */
async function sendAnswer(request, response, answer) {
  const headers = {};
  for (const [name, value] of answer.headers) {
    if (name !== "set-cookie" && name !== STILL_HEADER) headers[name] = value;
  }
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  const zip = answer.body !== null && acceptsGzip(request) && isText(headers["content-type"]);
  if (zip) {
    headers["content-encoding"] = "gzip";
    headers.vary = headers.vary ? `${headers.vary}, accept-encoding` : "accept-encoding";
    delete headers["content-length"];
  }
  response.writeHead(answer.status, headers);
  if (answer.body === null || request.method === "HEAD") return response.end();
  const stream = zlib.createGzip({ flush: zlib.constants.Z_SYNC_FLUSH, level: 5 });
  await pipeline([Readable.fromWeb(answer.body), ...(zip ? [stream] : []), response]);
}

function webRequest(request, signal) {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of [value].flat()) if (one !== undefined) headers.append(name, one);
  }
  const scheme = request.headers["x-forwarded-proto"] === "https" ? "https" : "http";
  const url = new URL(`${scheme}://${request.headers.host ?? "localhost"}${request.url}`);
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  return new Request(url, {
    method: request.method,
    headers,
    ...(signal ? { signal } : {}),
    ...(hasBody ? { body: Readable.toWeb(request), duplex: "half" } : {}),
  });
}

function isText(type = "") {
  return /^(text\/|application\/json|image\/svg)/.test(type);
}

server.on("error", (error) => {
  const taken = error.code === "EADDRINUSE";
  process.stderr.write(
    taken ? `storefront: port ${port} is taken\n` : `storefront: ${error.message}\n`,
  );
  process.exit(1);
});
server.listen(port, () => process.stdout.write(`storefront: http://localhost:${port}\n`));

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
