import { randomUUID } from "node:crypto";

import { MOST_RECIPIENTS } from "@yigou/backend/contract";
import { useRef, useState } from "react";
import { data, Form, redirect } from "react-router";

import type { Route } from "./+types/gift";
import { Contact } from "../features/checkout/address";
import { BuyerChoice, PaymentChoice } from "../features/checkout/payment";
import { Problem } from "../features/checkout/problem";
import { StripeForm } from "../features/checkout/stripe-form";
import { usePaying } from "../features/checkout/use-paying";
import { PeopleList } from "../features/gift/list";
import { Sender } from "../features/gift/sender";
import { GiftTotal } from "../features/gift/total";
import { useWords } from "../i18n/use-words";
import { areaChoices } from "../lib/areas.server";
import { buyerOf } from "../lib/buyer.server";
import { currentCart } from "../lib/basket.server";
import { formatItems, parseItems, priceCart } from "../lib/cart.server";
import { checkValues, readValues, type CheckoutErrors } from "../lib/checkout.server";
import { cardsContext } from "../lib/context";
import { readList } from "../lib/gift.server";
import { pageMeta } from "../lib/meta";
import { need } from "../lib/page.server";
import { listPayments } from "../lib/payments.server";
import { goOn, purchase, type NoOrder } from "../lib/purchase.server";
import { isUnsure } from "../lib/refused";
import { refusedIn } from "../lib/refused.server";
import { TextField } from "../ui/field";
import { moneyText } from "../ui/money";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { useFirstError } from "../ui/use-first-error";

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("gift.title") }));

export async function loader({ request, context }: Route.LoaderArgs) {
  const items = await currentCart(request);
  if (items.length === 0) return redirect("/cart");
  const [cart, offered, buyer] = await Promise.all([
    need(request, priceCart(items)),
    need(request, listPayments()),
    need(request, buyerOf(request)),
  ]);
  if (cart.lines.length === 0) return redirect("/cart");
  const { province, city } = buyer.values;
  context.set(cardsContext, offered.stripe !== null);
  return {
    ...cart,
    ...offered,
    items: formatItems(cart.lines),
    refused: refusedIn(request),
    buyer,
    choices: areaChoices({ province, city }),
    key: randomUUID(),
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
  const typed = { values, choices, list, message, errors: noErrors, refused: null, changed: false };
  const refusal = ({ refused, headers }: NoOrder, key = values.key) =>
    data({ ...typed, values: { ...values, key }, refused }, { status: refused.status, headers });
  const intent = form.get("intent");
  if (intent === "resume") {
    const ended = await goOn(request);
    return ended instanceof Response ? ended : refusal(ended, ended.key);
  }
  if (intent !== "pay") return data(typed);
  const errors = checkValues(values);
  const items = parseItems(values.items);
  const people = list.recipients.length;
  if (Object.keys(errors).length > 0 || items.length === 0 || people === 0)
    return data({ ...typed, errors }, { status: 422 });
  // Nobody pays for other people than the page has counted.
  if (form.get("people_seen") !== String(people))
    return data({ ...typed, changed: true }, { status: 422 });
  const gift = { recipients: list.recipients, ...(message ? { message } : {}) };
  const total = { ...values, total: String(Number(values.total) * people) };
  const made = await purchase(request, total, { page: "gift", gift });
  return made instanceof Response ? made : refusal(made);
}

export default function GiftPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords();
  const { lines, payments, stripe, buyer, most } = loaderData;
  const values = actionData?.values ?? buyer.values;
  const errors = actionData?.errors ?? noErrors;
  const list = actionData?.list ?? { recipients: [], errors: [], text: "", refused: null };
  const people = list.recipients.length;
  const typed = actionData?.values;
  const again = actionData?.refused && isUnsure(actionData.refused) ? typed : undefined;
  const form = useRef<HTMLFormElement>(null);
  const refused = actionData ? actionData.refused : loaderData.refused;
  useFirstError(form, errors, refused);
  const [payment, setPayment] = useState(typed?.payment ?? payments[0] ?? "");
  const total_fen = loaderData.total_fen * people;
  const paying = usePaying({
    form,
    // What a card is asked for is known once the list is.
    offer: payment === "pp_stripe_stripe" && people > 0 ? stripe : null,
    total_fen,
    refused,
    sent_token: again?.confirmation_token ?? "",
  });
  const count = { count: people, amount: moneyText(total_fen) };
  const card =
    people > 0 ? (
      <StripeForm {...paying} page="/gift" />
    ) : (
      <p className="pt-3 text-sm text-ink-2 sm:pl-4">{t("gift.card_later")}</p>
    );
  return (
    <Page title={t("gift.title")} lead={t("gift.lead")}>
      <Form
        method="post"
        encType="multipart/form-data"
        ref={form}
        noValidate
        onSubmit={paying.onSubmit}
        className="grid gap-5 lg:grid-cols-[1fr_22rem] lg:items-start lg:gap-8"
      >
        <input type="hidden" name="key" value={again?.key ?? loaderData.key} />
        <input type="hidden" name="items" value={again?.items ?? loaderData.items} />
        <input type="hidden" name="total" value={again?.total ?? loaderData.total_fen} />
        <input type="hidden" name="confirmation_token" value={again?.confirmation_token ?? ""} />
        <input type="hidden" name="people_seen" value={people} />
        <div className="grid gap-5">
          <Problem errors={errors} refused={refused} total_fen={total_fen} />
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
          <Sender
            values={values}
            errors={errors}
            choices={actionData?.choices ?? loaderData.choices}
          />
          <BuyerChoice units={buyer.units} chosen={typed?.buyer ?? "self"} />
          <PaymentChoice
            offered={payments}
            chosen={typed?.payment ?? ""}
            outcome={typed?.outcome ?? ""}
            onChoose={setPayment}
            stripe={payment === "pp_stripe_stripe" ? card : null}
          />
        </div>
        <GiftTotal
          lines={lines}
          each_fen={loaderData.total_fen}
          people={people}
          sending={paying.sending}
        />
      </Form>
    </Page>
  );
}
