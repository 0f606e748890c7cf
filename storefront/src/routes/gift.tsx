import { randomUUID } from "node:crypto";

import { MOST_RECIPIENTS } from "@yigou/backend/contract";
import { data, Form, redirect } from "react-router";

import type { Route } from "./+types/gift";
import checkoutScript from "../browser/checkout.ts?worker&url";
import { Contact } from "../features/checkout/address";
import { payingForm, sentAgain } from "../features/checkout/paying-form";
import { BuyerChoice, PaymentChoice } from "../features/checkout/payment";
import { Problem } from "../features/checkout/problem";
import { StripeForm } from "../features/checkout/stripe-form";
import { PeopleList } from "../features/gift/list";
import { Sender } from "../features/gift/sender";
import { GiftTotal } from "../features/gift/total";
import { useLang, useWords } from "../i18n/use-words";
import { areaChoices } from "../lib/areas.server";
import { buyerOf } from "../lib/buyer.server";
import { currentCart } from "../lib/basket.server";
import { formatItems, parseItems, priceCart } from "../lib/cart.server";
import { checkValues, readValues, type CheckoutErrors } from "../lib/checkout.server";
import { usableCards } from "../lib/cards.server";
import { cardsContext } from "../lib/context";
import { readList, triedGift } from "../lib/gift.server";
import { pageMeta } from "../lib/meta";
import { need } from "../lib/page.server";
import { listPayments } from "../lib/payments.server";
import { goOn, purchase, type NoOrder } from "../lib/purchase.server";
import { refusedIn } from "../lib/refused.server";
import { still } from "../lib/still";
import { TextField } from "../ui/field";
import { moneyText } from "../ui/money";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("gift.title") }));

export async function loader({ request, context }: Route.LoaderArgs) {
  const items = await currentCart(request);
  if (items.length === 0) return redirect("/cart");
  const [cart, offered, buyer, tried, cards] = await Promise.all([
    need(request, priceCart(items)),
    need(request, listPayments()),
    need(request, buyerOf(request)),
    triedGift(request),
    usableCards(request),
  ]);
  if (cart.lines.length === 0) return redirect("/cart");
  const { province, city } = tried?.values ?? buyer.values;
  context.set(cardsContext, offered.stripe !== null);
  return {
    ...cart,
    ...offered,
    items: formatItems(cart.lines),
    refused: refusedIn(request),
    buyer,
    tried,
    cards,
    choices: areaChoices({ province, city }),
    key: randomUUID(),
    most: MOST_RECIPIENTS,
  };
}

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
  // Nobody pays for other people than the page has counted, nor with what was given for another sum.
  if (form.get("people_seen") !== String(people)) {
    const unpaid = { ...values, confirmation_token: "" };
    return data({ ...typed, values: unpaid, changed: true }, { status: 422 });
  }
  const gift = { recipients: list.recipients, ...(message ? { message } : {}) };
  const total = { ...values, total: String(Number(values.total) * people) };
  const made = await purchase(request, total, { page: "gift", gift });
  return made instanceof Response ? made : refusal(made);
}

export default function GiftPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords();
  const lang = useLang();
  const { lines, payments, stripe, buyer, tried, cards, most } = loaderData;
  const values = actionData?.values ?? tried?.values ?? buyer.values;
  const errors = actionData?.errors ?? noErrors;
  const list = actionData?.list ??
    tried?.list ?? {
      recipients: [],
      errors: [],
      text: "",
      refused: null,
    };
  const people = list.recipients.length;
  const typed = actionData?.values;
  const refused = actionData ? actionData.refused : loaderData.refused;
  const { again, token } = sentAgain({ refused, typed });
  const total_fen = loaderData.total_fen * people;
  // What a card is asked for is known once the list is.
  const offer = people > 0 ? stripe : null;
  const amounts = { amount_fen: total_fen, refused, typed };
  const count = { count: people, amount: moneyText(total_fen) };
  const card =
    people > 0 ? (
      <StripeForm kept={token !== ""} page="/gift" buyer={buyer} cards={cards} typed={typed} />
    ) : (
      <p className="hidden pt-3 text-sm text-ink-2 group-has-[[name=payment]:checked]:block sm:pl-4">
        {t("gift.card_later")}
      </p>
    );
  return (
    <Page title={t("gift.title")} lead={t("gift.lead")}>
      <Form
        method="post"
        encType="multipart/form-data"
        noValidate
        {...payingForm({ stripe: offer, lang, ...amounts })}
        className="grid gap-5 lg:grid-cols-[1fr_22rem] lg:items-start lg:gap-8"
      >
        <input type="hidden" name="key" value={again?.key ?? loaderData.key} />
        <input type="hidden" name="items" value={again?.items ?? loaderData.items} />
        <input type="hidden" name="total" value={again?.total ?? loaderData.total_fen} />
        <input type="hidden" name="confirmation_token" value={token} />
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
              defaultValue={actionData?.message ?? tried?.message}
              maxLength={200}
            />
          </section>
          <Contact email={values.email} errors={errors} loggedIn={buyer.loggedIn} />
          <Sender
            values={values}
            errors={errors}
            choices={actionData?.choices ?? loaderData.choices}
          />
          <BuyerChoice units={buyer.units} chosen={typed?.buyer ?? tried?.buyer ?? "self"} />
          <PaymentChoice
            offered={payments}
            chosen={typed?.payment ?? ""}
            outcome={typed?.outcome ?? ""}
            stripe={stripe ? card : null}
          />
        </div>
        <GiftTotal lines={lines} each_fen={loaderData.total_fen} people={people} />
      </Form>
      <script type="module" src={checkoutScript} />
    </Page>
  );
}
