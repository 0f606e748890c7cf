/** What the payer's browser and outside pages say to the house, and what a test tells it to do. */
import type { IncomingMessage } from "node:http";

import { closeDispute, openDispute } from "./disputes";
import { Failure } from "./failure";
import { type Form, readForm, textIn } from "./form";
import { type Ending, endIntent } from "./intents";
import { createToken } from "./methods";
import { stripeScript } from "./script";
import type { House } from "./state";

/** An answer. */
export interface BrowserAnswer {
  status: number;
  body: string;
  headers: Record<string, string>;
}

const endings: readonly Ending[] = ["succeed", "fail", "process"];
const json = { "content-type": "application/json" };

/** @returns null for what is no concern of a browser */
export function browserAnswer(
  house: House,
  request: IncomingMessage,
  body: string,
): BrowserAnswer | null {
  const url = new URL(request.url ?? "/", "http://house");
  const form = readForm(body);
  try {
    if (url.pathname.endsWith("/stripe.js")) {
      return { status: 200, body: stripeScript, headers: { "content-type": "text/javascript" } };
    }
    if (url.pathname === "/v1/confirmation_tokens") return told(createToken(house, form));
    if (url.pathname === "/page/intent") return told(intentBy(house, readForm(url.search)));
    if (url.pathname === "/page/wallet") return walletPage(url.search);
    if (url.pathname === "/page/ending") return told(ended(house, form));
    if (url.pathname.startsWith("/test/")) return ordered(house, url.pathname.slice(6), form);
    return null;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { status: error.status, body: JSON.stringify(error.body), headers: json };
  }
}

function told(object: object): BrowserAnswer {
  return { status: 200, body: JSON.stringify(object), headers: json };
}

/** The client secret opens one intent and nothing else. */
function intentBy(house: House, form: Form) {
  const secret = typeof form.client_secret === "string" ? form.client_secret : "";
  const intent = house.intent(secret.split("_secret_")[0] ?? "");
  if (intent.client_secret !== secret) {
    throw new Failure(401, "invalid_request_error", "The client_secret is not valid.");
  }
  return intent;
}

function ended(house: House, form: Form): object {
  const intent = intentBy(house, form);
  const ending = endings.find((one) => one === form.ending) ?? "fail";
  return endIntent(house, intent.id, ending);
}

/** The page of a wallet, to which the payer is sent and from which they come back. */
function walletPage(search: string): BrowserAnswer {
  const body = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>钱包 Wallet</title>
<h1>钱包 Wallet</h1><button data-ending="succeed">确认付款</button> <button data-ending="fail">取消付款</button>
<script>
const query = new URLSearchParams(${JSON.stringify(search)});
for (const button of document.querySelectorAll("button")) button.onclick = async () => {
  const body = new URLSearchParams({ client_secret: query.get("client_secret"), ending: button.dataset.ending });
  await fetch("https://api.stripe.com/page/ending", { method: "POST", body });
  const back = new URL(query.get("return_url"));
  back.searchParams.set("redirect_status", button.dataset.ending === "succeed" ? "succeeded" : "failed");
  location.assign(back);
};
</script></html>`;
  return { status: 200, body, headers: { "content-type": "text/html; charset=utf-8" } };
}

/** Orders of a story, which lives in another process: hold the post, send what was held, dispute a payment. */
function ordered(house: House, order: string, form: Form): BrowserAnswer {
  const { mail } = house;
  if (order === "hold") mail.isHeld = form.held === "true";
  if (order === "address") {
    mail.address = { url: textIn(form.url), secret: textIn(form.secret) };
  }
  if (order === "deliver") {
    const about = textIn(form.about);
    const wanted = mail.letters.filter((one) => one.body.includes(about));
    for (let times = Number(form.times ?? 1); times > 0; times -= 1) {
      for (const letter of wanted) void mail.deliver(letter);
    }
  }
  if (order === "dispute") {
    const intent = textIn(form.intent);
    const known = [...house.disputes.values()].find((one) => one.payment_intent === intent);
    const { id } = known ?? openDispute(house, intent);
    const { ending } = form;
    if (ending === "lost" || ending === "won") closeDispute(house, id, ending);
  }
  const refunds = [...house.refunds.values()];
  const intents = [...house.intents.values()];
  const letters = mail.letters.map(({ id, type, delivered, tries }) => ({
    id,
    type,
    delivered,
    tries,
  }));
  return told({ intents, refunds, letters });
}
