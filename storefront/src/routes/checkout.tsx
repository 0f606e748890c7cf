import { randomUUID } from "node:crypto";

import { data, Form, redirect } from "react-router";

import type { Route } from "./+types/checkout";
import checkoutScript from "../browser/checkout.ts?worker&url";
import { AddressForm, Contact } from "../features/checkout/address";
import { payingForm, sentAgain } from "../features/checkout/paying-form";
import { PaymentChoice, BuyerChoice } from "../features/checkout/payment";
import { PickupChoice } from "../features/checkout/pickup";
import { Problem } from "../features/checkout/problem";
import { StripeForm } from "../features/checkout/stripe-form";
import { Summary } from "../features/checkout/summary";
import { useLang, useWords } from "../i18n/use-words";
import { areaChoices } from "../lib/areas.server";
import { currentCart } from "../lib/basket.server";
import { formatItems, parseItems, priceCart } from "../lib/cart.server";
import { checkValues, readValues, type CheckoutErrors } from "../lib/checkout.server";
import { buyerOf, triedCheckout } from "../lib/buyer.server";
import { usableCards } from "../lib/cards.server";
import { cardsContext } from "../lib/context";
import { pageMeta } from "../lib/meta";
import { need } from "../lib/page.server";
import { listPayments } from "../lib/payments.server";
import { goOn, purchase } from "../lib/purchase.server";
import { call, settle } from "../lib/api.server";
import { refusedIn } from "../lib/refused.server";
import { still } from "../lib/still";
import { TextField } from "../ui/field";
import { Page } from "../ui/page";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("checkout.title") }));

export async function loader({ request, context }: Route.LoaderArgs) {
  const items = await currentCart(request);
  if (items.length === 0) return redirect("/cart");
  const [cart, offered, buyer, points] = await Promise.all([
    need(request, priceCart(items)),
    need(request, listPayments()),
    need(request, buyerOf(request)),
    settle(call("GET /store/pickup-points")),
  ]);
  if (cart.lines.length === 0) return redirect("/cart");
  const [tried, cards] = await Promise.all([
    triedCheckout(request, buyer),
    offered.stripe ? usableCards(request) : [],
  ]);
  const { province, city } = tried?.values ?? buyer.values;
  context.set(cardsContext, offered.stripe !== null);
  const page = {
    ...cart,
    ...offered,
    items: formatItems(cart.lines),
    refused: refusedIn(request),
    buyer,
    tried,
    cards,
    points: points.ok ? points.value.points : [],
    choices: areaChoices({ province, city }),
    key: randomUUID(),
  };
  // What was typed is in no copy that a browser keeps.
  return data(page, tried ? { headers: { "cache-control": "private, no-store" } } : {});
}

export function headers({ loaderHeaders }: Route.HeadersArgs): HeadersInit {
  const kept = loaderHeaders.get("cache-control");
  return kept ? { "cache-control": kept } : {};
}

const noErrors: CheckoutErrors = {};

export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const values = readValues(form);
  const choices = areaChoices(values);
  if (form.get("intent") === "resume") {
    const ended = await goOn(request);
    if (ended instanceof Response) return ended;
    const { refused, headers, key } = ended;
    const answer = { values: { ...values, key }, choices, errors: noErrors, refused };
    return data(answer, { status: refused.status, headers });
  }
  if (form.get("intent") === "region")
    return data({ values, choices, errors: noErrors, refused: null });
  const errors = checkValues(values);
  const items = parseItems(values.items);
  if (Object.keys(errors).length > 0 || items.length === 0) {
    return data({ values, choices, errors, refused: null }, { status: 422 });
  }
  const made = await purchase(request, values, { page: "checkout" });
  if (made instanceof Response) return made;
  const { refused, headers } = made;
  return data({ values, choices, errors, refused }, { status: refused.status, headers });
}

export default function Checkout({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords();
  const lang = useLang();
  const { lines, total_fen, payments, stripe, buyer, tried, cards, points } = loaderData;
  const typed = actionData?.values;
  const values = typed ?? tried?.values ?? buyer.values;
  const errors = actionData?.errors ?? noErrors;
  const refused = actionData ? actionData.refused : loaderData.refused;
  const { again, token } = sentAgain({ refused, typed });
  return (
    <Page title={t("checkout.title")}>
      <Form
        method="post"
        noValidate
        {...payingForm({ stripe, lang, amount_fen: total_fen, refused, typed })}
        className="grid gap-5 lg:grid-cols-[1fr_22rem] lg:items-start lg:gap-8"
      >
        <input type="hidden" name="key" value={again?.key ?? loaderData.key} />
        <input type="hidden" name="items" value={again?.items ?? loaderData.items} />
        <input type="hidden" name="total" value={again?.total ?? total_fen} />
        <input type="hidden" name="confirmation_token" value={token} />
        <div className="grid gap-5">
          {/* Return in a field must pay, not ask for the next level of the address. */}
          <button
            type="submit"
            name="intent"
            value="pay"
            tabIndex={-1}
            aria-hidden
            className="hidden"
          />
          <Problem errors={errors} refused={refused} total_fen={total_fen} />
          <Contact email={values.email} errors={errors} loggedIn={buyer.loggedIn} />
          <PickupChoice points={points} chosen={typed?.pickup ?? tried?.pickup ?? ""} />
          <AddressForm
            values={values}
            errors={errors}
            choices={actionData?.choices ?? loaderData.choices}
            saved={buyer.saved}
            savedId={tried ? tried.savedId : buyer.savedId}
          />
          <BuyerChoice units={buyer.units} chosen={typed?.buyer ?? tried?.buyer ?? "self"} />
          <PaymentChoice
            offered={payments}
            chosen={typed?.payment ?? ""}
            outcome={typed?.outcome ?? ""}
            stripe={
              stripe ? (
                <StripeForm kept={token !== ""} buyer={buyer} cards={cards} typed={typed} />
              ) : null
            }
          />
          <section className="box p-4 sm:p-5">
            <TextField
              name="note"
              label={t("checkout.note")}
              error={errors.note}
              defaultValue={typed?.note ?? tried?.note}
              maxLength={200}
            />
          </section>
        </div>
        <Summary lines={lines} total_fen={total_fen} />
      </Form>
      <script type="module" src={checkoutScript} />
    </Page>
  );
}
