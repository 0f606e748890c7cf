/** The built files in memory, each with its compressed forms: they are few and never change. */
import { readFile, readdir } from "node:fs/promises";
import { extname } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};
const SMALLEST = 1024;
// Level 5 of brotli takes a second for all files; level 11 takes ten for a few percent.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Reads every file below a folder. */
export async function loadFiles(folder) {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map();
  const base = folder.pathname;
  for (const entry of names) {
    if (!entry.isFile()) continue;
    const full = `${entry.parentPath ?? entry.path}/${entry.name}`.replaceAll("//", "/");
    const path = `/${full.slice(base.length)}`;
    const plain = await readFile(full);
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    files.set(path, { path, type, plain, packed: new Map() });
  }
  if (!files.has("/index.html")) {
    process.stderr.write("the panel is not built: npm run build -w admin\n");
    process.exit(1);
  }
  return files;
}

/** Answers with a file; an address without one is a page of the panel. */
export function sendFile(request, response, files, pathname) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  const isPage = !files.has(pathname) && !pathname.startsWith("/assets/");
  const file = files.get(isPage ? "/index.html" : pathname);
  if (!file) {
    response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    return;
  }
  const encoding = encodingFor(request.headers["accept-encoding"] ?? "", file);
  const body = bodyOf(file, encoding);
  // A built file carries its hash in its name; the page itself must be asked for each time.
  const cache = file.path.startsWith("/assets/")
    ? "public, max-age=31536000, immutable"
    : "no-cache";
  response.writeHead(200, {
    "content-type": file.type,
    "content-length": body.length,
    "cache-control": cache,
    vary: "accept-encoding",
    ...(encoding ? { "content-encoding": encoding } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function encodingFor(accepted, file) {
  if (file.plain.length < SMALLEST || file.type === "application/octet-stream") return null;
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : null;
}

/** Compresses at the first request for a form and keeps it. */
function bodyOf(file, encoding) {
  if (!encoding) return file.plain;
  const known = file.packed.get(encoding);
  if (known) return known;
  const body = encoding === "br" ? brotliCompressSync(file.plain, BROTLI) : gzipSync(file.plain);
  file.packed.set(encoding, body);
  return body;
}
