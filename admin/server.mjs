/**
 * Serves the built panel: static files with compression made once, a fallback to the single page,
 * and `/api/*` and `/static/*` handed on to the backend so that the browser knows one origin only.
 */
import { createServer } from "node:http";

import { forward } from "./serve/forward.mjs";
import { loadFiles, sendFile } from "./serve/files.mjs";
import { guardHeaders } from "./serve/headers.mjs";

const port = Number(process.env.ADMIN_PORT ?? 7000);
const host = process.env.ADMIN_HOST ?? "0.0.0.0";
const backend = new URL(process.env.BACKEND_URL ?? "http://localhost:9000");
// Behind a proxy of the operator's own, the address that it names is the browser's.
const trustProxy = process.env.TRUST_PROXY === "1";
const files = await loadFiles(new URL("./dist/", import.meta.url));

const onward = (path) => ({ backend, path, trustProxy });

const server = createServer((request, response) => {
  const { pathname, search } = new URL(request.url ?? "/", "http://panel.invalid");
  if (pathname === "/health") {
    response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
    response.end('{"ok":true}');
  } else if (pathname.startsWith("/api/")) {
    forward(request, response, onward(pathname.slice("/api".length) + search));
  } else if (pathname.startsWith("/static/")) {
    forward(request, response, onward(pathname + search));
  } else {
    guardHeaders(response);
    sendFile(request, response, files, pathname);
  }
});

server.on("error", (error) => {
  const taken = "code" in error && error.code === "EADDRINUSE";
  process.stderr.write(taken ? `port ${port} is taken\n` : `${error.message}\n`);
  process.exit(1);
});
server.listen(port, host, () => {
  process.stdout.write(`panel on http://localhost:${port}\n`);
});

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
