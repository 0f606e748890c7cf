import { randomUUID } from "node:crypto";

import { MOST_RECIPIENTS } from "@yigou/backend/contract";
import { data, Form, redirect } from "react-router";

import type { Route } from "./+types/gift";
import { Contact } from "../features/checkout/address";
import { BuyerChoice, PaymentChoice } from "../features/checkout/payment";
import { Problem } from "../features/checkout/problem";
import { PeopleList } from "../features/gift/list";
import { GiftTotal } from "../features/gift/total";
import { useWords } from "../i18n/use-words";
import { settle } from "../lib/api.server";
import { areaChoices } from "../lib/areas.server";
import { buyerOf } from "../lib/buyer.server";
import { currentCart, saveCart } from "../lib/basket.server";
import { formatItems, parseItems, priceCart } from "../lib/cart.server";
import { buy, checkValues, readValues, type CheckoutErrors } from "../lib/checkout.server";
import { readList } from "../lib/gift.server";
import { pageMeta } from "../lib/meta";
import { need, publicOrigin } from "../lib/page.server";
import { listPayments } from "../lib/payments.server";
import { isUnsure, type Refused } from "../lib/refused";
import { callerOf, keepOrderToken } from "../lib/session.server";
import { AddressFields } from "../ui/address/address-fields";
import { TextField } from "../ui/field";
import { moneyText } from "../ui/money";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("gift.title") }));

export async function loader({ request }: Route.LoaderArgs) {
  const items = await currentCart(request);
  if (items.length === 0) return redirect("/cart");
  const [cart, offered, buyer] = await Promise.all([
    need(request, priceCart(items)),
    need(request, listPayments()),
    need(request, buyerOf(request)),
  ]);
  if (cart.lines.length === 0) return redirect("/cart");
  const { province, city } = buyer.values;
  const choices = areaChoices({ province, city });
  const key = randomUUID();
  return {
    ...cart,
    items: formatItems(cart.lines),
    // Stripe's form stands on the checkout of one address only.
    payments: offered.payments.filter((id) => id !== "pp_stripe_stripe"),
    buyer,
    choices,
    key,
    most: MOST_RECIPIENTS,
  };
}

/** After a refusal the prices and the stock must be asked again. */
export const shouldRevalidate = () => true;

const noErrors: CheckoutErrors = {};

export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const values = readValues(form);
  const choices = areaChoices(values);
  const list = await readList(form);
  const said = form.get("message");
  const message = typeof said === "string" ? said.trim() : "";
  const back = (status: number, errors: CheckoutErrors, refused: Refused | null, changed = false) =>
    data({ values, choices, list, message, errors, refused, changed }, { status });
  if (form.get("intent") !== "pay") return back(200, noErrors, null);
  const errors = checkValues(values);
  const items = parseItems(values.items);
  const people = list.recipients.length;
  if (Object.keys(errors).length > 0 || items.length === 0 || people === 0)
    return back(422, errors, null);
  // Nobody pays for other people than the page has counted.
  const each = Number(values.total);
  if (form.get("people_seen") !== String(people)) return back(422, errors, null, true);
  const gift = { recipients: list.recipients, ...(message ? { message } : {}) };
  const total = { ...values, total: String(each * people) };
  const answer = await settle(
    buy(total, await callerOf(request), { origin: publicOrigin(request), gift }),
  );
  if (!answer.ok) return back(answer.refused.status, errors, answer.refused);
  const { order, access_token } = answer.value;
  const headers = new Headers();
  const bought = new Set(items.map((item) => item.variant_id));
  const left = (await currentCart(request)).filter((item) => !bought.has(item.variant_id));
  headers.append("set-cookie", await saveCart(request, left));
  if (access_token) headers.append("set-cookie", await keepOrderToken(order.id, access_token));
  return redirect(`/orders/${order.id}`, { headers });
}

export default function GiftPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords();
  const { lines, total_fen, payments, buyer, most } = loaderData;
  const values = actionData?.values ?? buyer.values;
  const errors = actionData?.errors ?? noErrors;
  const list = actionData?.list ?? { recipients: [], errors: [], text: "", refused: null };
  const people = list.recipients.length;
  const typed = actionData?.values;
  const again = actionData?.refused && isUnsure(actionData.refused) ? typed : undefined;
  const count = { count: people, amount: moneyText(total_fen * people) };
  return (
    <Page title={t("gift.title")} lead={t("gift.lead")}>
      <Form
        method="post"
        encType="multipart/form-data"
        noValidate
        className="grid gap-5 lg:grid-cols-[1fr_22rem] lg:items-start lg:gap-8"
      >
        <input type="hidden" name="key" value={again?.key ?? loaderData.key} />
        <input type="hidden" name="items" value={again?.items ?? loaderData.items} />
        <input type="hidden" name="total" value={again?.total ?? total_fen} />
        <input type="hidden" name="people_seen" value={people} />
        <div className="grid gap-5">
          <Problem
            errors={errors}
            refused={actionData?.refused ?? null}
            total_fen={total_fen * people}
          />
          {actionData?.changed ? <Notice tone="warn" title={t("gift.recheck", count)} /> : null}
          <PeopleList
            text={list.text}
            count={people}
            most={most}
            errors={list.errors}
            refused={list.refused}
          />
          <section className="box p-4 sm:p-5">
            <TextField
              name="message"
              label={t("gift.message")}
              hint={t("gift.message_hint")}
              defaultValue={actionData?.message}
              maxLength={200}
            />
          </section>
          <Contact email={values.email} errors={errors} loggedIn={buyer.loggedIn} />
          <section className="box grid gap-4 p-4 sm:p-5">
            <div>
              <h2 className="text-lg">{t("gift.sender")}</h2>
              <p className="text-sm text-ink-2">{t("gift.sender_hint")}</p>
            </div>
            <AddressFields
              values={values}
              errors={errors}
              choices={actionData?.choices ?? loaderData.choices}
            />
          </section>
          <BuyerChoice units={buyer.units} chosen={typed?.buyer ?? "self"} />
          <PaymentChoice
            offered={payments}
            chosen={typed?.payment ?? ""}
            outcome={typed?.outcome ?? ""}
          />
        </div>
        <GiftTotal lines={lines} each_fen={total_fen} people={people} />
      </Form>
    </Page>
  );
}
