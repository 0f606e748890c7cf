/** Stripe in a browser story: its script and its pages come from the double, by routing; nothing leaves this machine. */
import type { Page } from "@playwright/test";
import { z } from "zod";

const HOSTS = /^https:\/\/(js|api|hooks)\.stripe\.com\//;

const standingSchema = z.object({
  intents: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      amount: z.number(),
      amount_received: z.number(),
      metadata: z.record(z.string(), z.string()),
    }),
  ),
  refunds: z.array(z.object({ payment_intent: z.string(), amount: z.number() })),
  letters: z.array(z.object({ type: z.string(), delivered: z.boolean(), tries: z.number() })),
});
/** What the house knows. */
export type Standing = z.infer<typeof standingSchema>;

/** Leads everything that the page says to Stripe to the double. */
export async function routeStripe(page: Page, double: string): Promise<void> {
  await page.route(HOSTS, async (route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    const body = request.postData();
    const reply = await fetch(`${double}${pathname}${search}`, {
      method: request.method(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
      ...(body === null ? {} : { body }),
    });
    await route.fulfill({
      status: reply.status,
      contentType: reply.headers.get("content-type") ?? "application/json",
      headers: { "access-control-allow-origin": "*" },
      body: Buffer.from(await reply.arrayBuffer()),
    });
  });
}

/** Tells the house what to do, and reads how it stands. */
export async function tellHouse(
  double: string,
  order: "hold" | "deliver" | "look" | "dispute",
  form: Record<string, string> = {},
): Promise<Standing> {
  const reply = await fetch(`${double}/test/${order}`, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  return standingSchema.parse(await reply.json());
}

/** Types a card into Stripe's form. */
export async function typeCard(page: Page, number: string): Promise<void> {
  await page.getByLabel(/Card number/).fill(number);
}
