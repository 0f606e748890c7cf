import { Transform } from "node:stream";

import { createReadableStreamFromReadable } from "@react-router/node";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { ServerRouter, type EntryContext, type RouterContextProvider } from "react-router";

import { learn } from "./i18n";
import { en } from "./i18n/en";
import { zh } from "./i18n/zh";
import { nonceContext } from "./lib/context";
import { isStill } from "./lib/still";

learn("zh", zh);
learn("en", en);

const RENDER_TIMEOUT_MS = 6_000;

/** Renders a page; crawlers get it whole, browsers as a stream. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  context: Readonly<RouterContextProvider>,
): Promise<Response> {
  const nonce = context.get(nonceContext);
  const whole = isbot(request.headers.get("user-agent"));
  return new Promise((resolve, reject) => {
    let finalStatus = status;
    const answer = () => {
      const body = withoutPadding();
      headers.set("content-type", "text/html; charset=utf-8");
      if (isStillPage(router)) headers.set("x-yigou-still", "1");
      resolve(
        new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }),
      );
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={router} url={request.url} nonce={nonce} />,
      {
        nonce,
        ...(whole ? { onAllReady: answer } : { onShellReady: answer }),
        onShellError: (error) => {
          reject(error instanceof Error ? error : new Error("rendering failed"));
        },
        onError: (error) => {
          finalStatus = 500;
          note("render", error);
        },
      },
    );
    setTimeout(abort, RENDER_TIMEOUT_MS).unref();
  });
}

/** Whether nothing on the page wakes up in the browser, and nothing went wrong: server.mjs may keep it. */
function isStillPage({ staticHandlerContext: { matches, errors } }: EntryContext): boolean {
  return errors === null && isStill(matches.map(({ route }) => route));
}

/**
 * NOTE: React 18 sends its whole buffer when a character of several bytes does not fit its end, and so
 * pads pages with NUL, which browsers show as broken characters. No page of ours contains a NUL.
 */
function withoutPadding(): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}

/** Notes an unexpected error; never the request's content, which may name a buyer. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) note("request", error);
}

function note(where: string, error: unknown) {
  const text = error instanceof Error ? (error.stack ?? error.message) : "unknown error";
  process.stderr.write(`${JSON.stringify({ level: "error", where, error: text })}\n`);
}
