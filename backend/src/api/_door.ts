/**
 * The one door of Yigou's own routes. A route file names its key in the contract; the door
 * authenticates, parses, runs and answers by that entry, so nothing is open that is not in the table.
 */
import { authenticate, type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "zod";

import { routes, type Route, type RouteKey } from "../contract/routes";
import { describe } from "../log";
import { refuse, replyOfRefusal } from "../refuse";
import { loadActor, type ActorOf } from "./_actor";
import { FileAnswer, sendFile } from "./_file-answer";

/** What the handler of a route gets. */
export interface Visit<R extends Route> {
  actor: ActorOf<R>;
  params: z.output<R["params"]>;
  query: z.output<R["query"]>;
  body: z.output<R["body"]>;
  scope: MedusaContainer;
  req: MedusaRequest;
}

type Routes = typeof routes;

/** What a handler gives back: the reply of its route, or a file in place of it. */
type Given<R extends Route> = z.input<R["reply"]> | FileAnswer;

/**
 * Wraps the handler of a route.
 *
 * @param key the route's entry in the contract
 * @param handler gets parsed input and a loaded actor; what it returns is cut to the reply schema,
 * and a `FileAnswer` is sent as the file that it is
 * @throws refusal `unauthorized`, `not_found`, `invalid_input`
 */
export function door<K extends RouteKey>(
  key: K,
  handler: (visit: Visit<Routes[K]>) => Promise<Given<Routes[K]>>,
) {
  return open<Routes[K]>(routes[key], handler);
}

function open<R extends Route>(route: R, handler: (visit: Visit<R>) => Promise<Given<R>>) {
  return async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
    try {
      await authenticated(route, req, res);
      if (res.headersSent) return;
      const actor = await loadActor(route, req);
      const reply = await handler({ actor, ...parseVisit(route, req), scope: req.scope, req });
      if (reply instanceof FileAnswer) {
        await sendFile(res, reply);
        return;
      }
      const mayRevalidate = route.who.includes("anyone") && req.method === "GET";
      res.setHeader("Cache-Control", mayRevalidate ? "no-cache" : "no-store");
      res.status(200).json(route.reply.parse(reply));
    } catch (error) {
      if (res.headersSent) {
        // Half a file is out: the broken connection tells the reader, the log tells us.
        req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(describe(error));
        res.destroy();
        return;
      }
      const refused = replyOfRefusal(error);
      if (!refused) throw error;
      res.status(refused.status).json(refused.body);
    }
  };
}

/** Runs Medusa's own authentication, by the kinds of login that the route accepts. */
async function authenticated(route: Route, req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const open = route.who.includes("anyone");
  // NOTE: typed as returning nothing, but it is async: its rejection must not go unheard.
  const guard: (...call: [MedusaRequest, MedusaResponse, (error?: unknown) => void]) => unknown =
    authenticate(open ? ["customer"] : [...route.who], ["bearer", "session"], {
      allowUnauthenticated: true,
      allowUnregistered: route.unregistered ?? false,
      requireMfa: !open,
    });
  await new Promise<void>((resolve, reject) => {
    res.once("finish", resolve);
    const next = (error?: unknown): void => {
      if (error instanceof Error) reject(error);
      else resolve();
    };
    Promise.resolve(guard(req, res, next)).catch(reject);
  });
}

function parseVisit<R extends Route>(
  route: R,
  req: MedusaRequest,
): Pick<Visit<R>, "params" | "query" | "body"> {
  return {
    params: parsed<R["params"]>(route.params, req.params),
    query: parsed<R["query"]>(route.query, req.query),
    body: parsed<R["body"]>(route.body, req.body ?? {}),
  };
}

const chinese = z.locales.zhCN().localeError;

/** Parses strictly; the first problem is named by field and reason, in both languages. */
function parsed<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const unknownKey = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const field = [...(issue?.path.map(String) ?? []), ...unknownKey].join(".") || "body";
  const reason_zh = schema.safeParse(input, { error: chinese }).error?.issues[0]?.message;
  throw refuse("invalid_input", {
    field,
    reason: issue?.message ?? "not valid",
    reason_zh: reason_zh ?? "格式不对",
  });
}
