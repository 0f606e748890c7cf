/** Inquiries of a bank, and words of chargebacks that are forged or not borne out by the house. */
import { closeDispute, escalateDispute, openDispute } from "../../support/stripe/disputes";
import { newId } from "../../support/stripe/ids";
import { newIntent } from "../../support/stripe/intents";
import { signatureOf } from "../../support/stripe/mail";
import { STRIPE_KEYS } from "../../support/stripe/server";
import { postTo } from "../stripe";
import { refusalOf } from "../visitor";
import { openChargebackDesk } from "./chargeback-desk";
import { entriesOf } from "./entries";

let desk: Awaited<ReturnType<typeof openChargebackDesk>>;

beforeAll(async () => {
  desk = await openChargebackDesk();
});
afterAll(() => desk.shop.close());

describe("an inquiry", () => {
  it("has taken nothing, and ends as if it had never been", async () => {
    const { order, intent } = await desk.paidByCard();
    const dispute = openDispute(desk.shop.stripe.house, intent.id, { is_inquiry: true });
    expect(await desk.untilState(dispute.id, "to_answer")).toMatchObject({ is_inquiry: true });
    closeDispute(desk.shop.stripe.house, dispute.id, "warning_closed");
    expect(await desk.untilState(dispute.id, "closed")).toMatchObject({ booked: null });
    expect(await entriesOf(desk.shop.house.database, order.id)).toHaveLength(1);
  });

  it("may become a chargeback and be lost", async () => {
    const { intent } = await desk.paidByCard();
    const dispute = openDispute(desk.shop.stripe.house, intent.id, { is_inquiry: true });
    await desk.untilState(dispute.id, "to_answer");
    escalateDispute(desk.shop.stripe.house, dispute.id);
    closeDispute(desk.shop.stripe.house, dispute.id, "lost");
    expect(await desk.untilPosted(dispute.id)).toMatchObject({ is_inquiry: false, state: "lost" });
  });
});

describe("a word of a chargeback", () => {
  const worded = (intent_id: string) =>
    JSON.stringify({
      id: newId("evt"),
      type: "charge.dispute.closed",
      data: {
        object: {
          id: newId("du"),
          object: "dispute",
          payment_intent: intent_id,
          amount: 3990,
          currency: "cny",
          status: "lost",
        },
      },
    });

  it("that is forged is refused, and one that the house does not stand by books nothing", async () => {
    const { order, intent } = await desk.paidByCard();
    const before = await desk.list();
    const body = worded(intent.id);
    expect(await postTo(desk.shop, body, signatureOf(body, "whsec_of_somebody_else"))).toBe(
      "401 webhook_forged",
    );
    const signed = signatureOf(body, STRIPE_KEYS.STRIPE_WEBHOOK_SECRET);
    expect(await postTo(desk.shop, `${body} `, signed)).toBe("401 webhook_forged");
    expect(await postTo(desk.shop, body, signed)).toBe("200");
    const foreign = newIntent(desk.shop.stripe.house, 3990);
    const other = openDispute(desk.shop.stripe.house, foreign.id, { amount: 3990 });
    closeDispute(desk.shop.stripe.house, other.id, "lost");
    // A chargeback of ours that came later is worked off later: what came before has had its turn.
    const last = openDispute(desk.shop.stripe.house, intent.id, { is_inquiry: true });
    await desk.untilState(last.id, "to_answer");
    expect((await desk.list()).count).toBe(before.count + 1);
    expect(await entriesOf(desk.shop.house.database, order.id)).toHaveLength(1);
  });

  it("is told to the operator alone", async () => {
    for (const name of ["anonymous", "buyer", "cooperative", "county_official"] as const) {
      const answer = await (await desk.shop.visitor(name)).get("/admin/chargebacks");
      expect(refusalOf(answer), name).toMatch(/^401/);
    }
  });
});
