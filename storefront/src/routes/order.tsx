import { data, Link, redirect } from "react-router";
import { z } from "zod";

import type { Route } from "./+types/order";
import orderScript from "../browser/order.ts?worker&url";
import { Trees } from "../features/adoption/trees";
import { ComplaintCard } from "../features/after-sale/complaint-card";
import { SayLines } from "../features/after-sale/lines";
import { Delivery, Lines } from "../features/order/details";
import { gathered, named } from "../features/order/gathered";
import { GoingBack } from "../features/order/going-back";
import { KeepLink } from "../features/order/keep-link";
import { NextStep } from "../features/order/next-step";
import { OrderTicket } from "../features/order/order-ticket";
import { ReceiptPlace } from "../features/receipt/receipt";
import { PickupCode } from "../features/order/pickup";
import { Recipients } from "../features/order/recipients";
import { ReturnForm } from "../features/order/return-form";
import { thanksWords } from "../i18n/thanks-words";
import { useLang, useWords } from "../i18n/use-words";
import { textOf } from "../lib/after-sale.server";
import { call, settle, type Caller } from "../lib/api.server";
import { dataOf, pageMeta } from "../lib/meta";
import { need, publicOrigin } from "../lib/page.server";
import { orderCaller, tell } from "../lib/session.server";
import { still } from "../lib/still";
import { buttonClass } from "../ui/button";
import { BackIcon } from "../ui/icons";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { useRefusalText } from "../ui/states";

/** Nothing on this page needs React before the receipt is recomputed. */
export const handle = still;

export const meta: Route.MetaFunction = ({ matches, loaderData }) => [
  ...pageMeta(matches, (t) => {
    const number = dataOf(loaderData)?.order.display_id;
    return { title: number ? t("order.title", { number }) : t("error.missing") };
  }),
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: Route.LoaderArgs) {
  const by = await orderCaller(request, params.id);
  const [{ order }, credits, receipt, gift, trees, pickup, afterSale] = await Promise.all([
    need(request, call("GET /store/orders/:id/summary", { params, by })),
    settle(call("GET /store/orders/:id/credits", { params, by })),
    settle(call("GET /store/orders/:id/receipt", { params, by })),
    settle(call("GET /store/orders/:id/gift", { params, by })),
    settle(call("GET /store/orders/:id/adoptions", { params, by })),
    settle(call("GET /store/orders/:id/pickup", { params, by })),
    settle(call("GET /store/orders/:id/after-sale", { params, by })),
  ]);
  const href = by.orderToken ? `${publicOrigin(request)}/o/${params.id}/${by.orderToken}` : null;
  const loggedIn = by.token !== undefined;
  return {
    order,
    credits,
    receipt,
    gift: gift.ok ? gift.value.gift : null,
    trees: trees.ok ? trees.value : null,
    pickup: pickup.ok ? pickup.value.pickup : null,
    afterSale: afterSale.ok ? afterSale.value : null,
    href: loggedIn ? null : href,
    loggedIn,
  };
}

/** What the buyer does with the answer to a complaint. */
async function stepComplaint(id: string, form: FormData, by: Caller) {
  const complaint_id = textOf(form, "complaint");
  const verb = complaintVerbs.safeParse(form.get("verb")).data;
  if (!verb) throw data(null, { status: 400 });
  const text = textOf(form, `text_${complaint_id}`);
  const body = { verb, ...(text ? { text } : {}) };
  const route = "POST /store/orders/:id/complaints/:complaint_id/steps";
  return settle(call(route, { params: { id, complaint_id }, by, body }));
}

const complaintVerbs = z.enum(["accept_offer", "escalate", "withdraw"]);
const outcomeSchema = z.enum(["success", "decline"]);

/** The quantities of the return form: one field for each line. */
function returnItems(form: FormData) {
  return [...form.entries()].flatMap(([name, value]) => {
    const quantity = Number(value);
    const isLine = name.startsWith("quantity_") && Number.isInteger(quantity) && quantity > 0;
    return isLine ? [{ order_line_id: name.slice("quantity_".length), quantity }] : [];
  });
}

export async function action({ request, params }: Route.ActionArgs) {
  const form = await request.formData();
  const by = await orderCaller(request, params.id);
  if (form.get("intent") === "outcome") {
    const outcome = outcomeSchema.catch("decline").parse(form.get("outcome"));
    const route = "POST /store/orders/:id/sandbox-outcome";
    const answer = await settle(call(route, { params, by, body: { outcome } }));
    if (!answer.ok) return data({ intent: "outcome", refused: answer.refused, nothing: false });
    return redirect(`/orders/${params.id}`);
  }
  if (form.get("intent") === "cancel_adoption") {
    const route = "POST /store/orders/:id/adoptions/cancel";
    const answer = await settle(call(route, { params, by }));
    if (!answer.ok) return data({ intent: "cancel", refused: answer.refused, nothing: false });
    return redirect(`/orders/${params.id}`);
  }
  if (form.get("intent") === "complaint") {
    const answer = await stepComplaint(params.id, form, by);
    if (!answer.ok) return data({ intent: "complaint", refused: answer.refused, nothing: false });
    return redirect(`/orders/${params.id}`);
  }
  const items = returnItems(form);
  if (items.length === 0) return data({ intent: "return", refused: null, nothing: true });
  const reason = z.string().trim().min(1).safeParse(form.get("reason")).data;
  const body = { items, ...(reason ? { reason } : {}) };
  const answer = await settle(call("POST /store/orders/:id/returns", { params, by, body }));
  if (!answer.ok) return data({ intent: "return", refused: answer.refused, nothing: false });
  return redirect(`/orders/${params.id}`, { headers: { "set-cookie": await tell("returned") } });
}

type Loaded = Route.ComponentProps["loaderData"];

/** What follows the payment by a moment and is not there yet: the credits, then their seal. */
function lateParts({ order, credits, receipt }: Loaded): string | undefined {
  const entries = receipt.ok ? receipt.value.transactions : [];
  const unsealed = entries.filter(({ seal }) => seal === null).length;
  const count = credits.ok ? credits.value.credits.length : null;
  const isLate = (order.payment_state === "paid" && count === 0) || unsealed > 0;
  return isLate
    ? `${String(count)} credits, ${String(unsealed)} of ${String(entries.length)}`
    : undefined;
}

export default function OrderPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords();
  const text = useRefusalText();
  const lang = useLang();
  const { order, credits, receipt, gift, trees, pickup, afterSale, href, loggedIn } = loaderData;
  const { order: shown, credits: earned } = gift ? gathered(order, credits) : { order, credits };
  const refused = actionData?.refused ?? null;
  const ofReturn = actionData?.intent === "return";
  return (
    <Page narrow>
      <div className="flex items-center">
        {loggedIn ? (
          <Link to="/account" prefetch="intent" className="tap !justify-start gap-1 text-ink-2">
            <BackIcon />
            {t("order.back")}
          </Link>
        ) : null}
        <h1 className="mx-auto text-xl tabular-nums">
          {t("order.title", { number: order.display_id })}
        </h1>
      </div>
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-5" data-late={lateParts(loaderData)}>
        {refused && !ofReturn ? <Notice tone="bad" title={text(refused)} /> : null}
        <NextStep order={order} />
        <OrderTicket order={shown} credits={earned} />
        {credits.ok && credits.value.total_net_fen > 0 ? (
          <Link to={`/orders/${order.id}/thanks`} className={buttonClass("quiet", "no-print")}>
            {thanksWords[lang].title}
          </Link>
        ) : null}
        {afterSale?.complaints.map((complaint) => (
          <ComplaintCard key={complaint.id} complaint={complaint} />
        ))}
        <GoingBack order={order} credits={credits} />
        {href ? <KeepLink href={href} /> : null}
        {receipt.ok ? <ReceiptPlace receipt={receipt.value} /> : null}
        {pickup ? <PickupCode pickup={pickup} /> : null}
        {trees && trees.adoptions.length > 0 ? <Trees trees={trees} /> : null}
        <Lines order={shown} />
        {afterSale ? <SayLines order={order} afterSale={afterSale} /> : null}
        {gift ? <Recipients gift={gift} /> : <Delivery order={order} />}
        <ReturnForm
          key={order.lines.map((line) => line.returnable).join()}
          order={gift ? named(order, gift, (words) => t("gift.to", words)) : order}
          refused={ofReturn ? refused : null}
          nothing={actionData?.nothing ?? false}
        />
      </div>
      <script type="module" src={orderScript} />
    </Page>
  );
}
