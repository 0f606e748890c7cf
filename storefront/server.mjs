// The storefront's own server: built files with long lives, pages from react-router, both compressed.
import { createReadStream, existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, createGzip } from "node:zlib";

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
  ".txt": "text/plain; charset=utf-8",
};
const YEAR = "public, max-age=31536000, immutable";
const port = Number(process.env.STOREFRONT_PORT ?? process.env.PORT ?? 8000);
const trustProxy = process.env.TRUST_PROXY === "1";

const files = new Map();
for (const entry of await readdir(clientDir, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const type = types[extname(entry.name)];
  if (!entry.isFile() || !type) continue;
  const { size } = await stat(path);
  files.set(`/${relative(clientDir, path)}`, { path, type, size });
}

const { createRequestListener } = await import("@react-router/node");
const build = await import(serverFile);
const render = createRequestListener({ build, mode: "production" });

const server = createServer((request, response) => {
  // Only our own proxy may say who asks; the login limit counts by this.
  if (!trustProxy) {
    request.headers["x-forwarded-for"] = request.socket.remoteAddress;
    delete request.headers["x-forwarded-host"];
    delete request.headers["x-forwarded-proto"];
  }
  const file = files.get(new URL(request.url ?? "/", "http://x").pathname);
  if (file && (request.method === "GET" || request.method === "HEAD"))
    return sendFile(request, response, file);
  compress(request, response);
  render(request, response);
});

function sendFile(request, response, { path, type, size }) {
  const zip = acceptsGzip(request) && size > 1024;
  response.writeHead(200, {
    "content-type": type,
    "cache-control": path.includes("/assets/") ? YEAR : "public, max-age=3600",
    "x-content-type-options": "nosniff",
    vary: "accept-encoding",
    ...(zip ? { "content-encoding": "gzip" } : { "content-length": size }),
  });
  if (request.method === "HEAD") return response.end();
  const stream = createReadStream(path).on("error", () => response.destroy());
  if (zip) stream.pipe(createGzip()).pipe(response);
  else stream.pipe(response);
}

function acceptsGzip(request) {
  return /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
}

// Pages are compressed on their way out, and flushed as they come so that streaming still streams.
function compress(request, response) {
  if (!acceptsGzip(request)) return;
  const writeHead = response.writeHead.bind(response);
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  let gzip = null;
  response.writeHead = (...args) => {
    const headers = args.find((arg) => typeof arg === "object" && arg !== null) ?? {};
    const entries = Array.isArray(headers) ? pairs(headers) : Object.entries(headers);
    for (const [name, value] of entries) response.appendHeader(name, value);
    const type = String(response.getHeader("content-type") ?? "");
    if (
      /^(text\/|application\/(json|ld\+json|javascript))|^image\/svg/.test(type) &&
      args[0] !== 304
    ) {
      response.setHeader("content-encoding", "gzip");
      response.appendHeader("vary", "accept-encoding");
      response.removeHeader("content-length");
      gzip = createGzip({ flush: constants.Z_SYNC_FLUSH, level: 5 });
      gzip.on("data", (chunk) => write(chunk));
      gzip.on("end", () => end());
      gzip.on("drain", () => response.emit("drain"));
      response.on("close", () => gzip?.destroy());
    }
    return writeHead(args[0]);
  };
  response.write = (chunk, ...rest) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    return gzip ? gzip.write(chunk, ...rest) : write(chunk, ...rest);
  };
  response.end = (...args) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    return gzip
      ? gzip.end(...args.filter((arg) => arg !== undefined && typeof arg !== "function"))
      : end(...args);
  };
}

function pairs(flat) {
  return Array.isArray(flat[0])
    ? flat
    : flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1]]] : []));
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
