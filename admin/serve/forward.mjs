/** Hands a request on to the backend and its reply back, as streams. */
import { Agent, request as ask } from "node:http";
import { request as askSafely } from "node:https";

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const HOPS = ["connection", "keep-alive", "transfer-encoding", "upgrade", "te", "trailer"];

/** Forwards to `path` of the backend; the browser's address goes along for the login limit. */
export function forward(request, response, { backend, path, trustProxy }) {
  const headers = { ...request.headers };
  for (const name of HOPS) delete headers[name];
  headers.host = backend.host;
  // NOTE: replaced unless a proxy is trusted: an address that a caller claims for itself is worth nothing.
  if (!trustProxy) headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
  // A body without a length must keep its framing, or the backend takes it for empty.
  if (request.headers["transfer-encoding"]) headers["transfer-encoding"] = "chunked";
  const secure = backend.protocol === "https:";
  const onward = (secure ? askSafely : ask)(
    new URL(path, backend),
    { method: request.method, headers, ...(secure ? {} : { agent }) },
    (reply) => {
      const back = { ...reply.headers };
      for (const name of HOPS) delete back[name];
      response.writeHead(reply.statusCode ?? 502, back);
      reply.pipe(response);
    },
  );
  onward.on("error", () => {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const body = JSON.stringify({
      code: "not_ready",
      type: "not_ready",
      message: "The system is starting",
      message_zh: "系统正在启动",
    });
    response.writeHead(503, { "content-type": "application/json", "cache-control": "no-store" });
    response.end(body);
  });
  response.on("close", () => {
    if (!response.writableEnded) onward.destroy();
  });
  request.pipe(onward);
}
