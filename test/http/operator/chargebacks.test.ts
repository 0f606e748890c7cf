/** What a buyer's bank takes back: noted once, shown with its deadline, booked on the loss pool once it is lost. */
import {
  answerDispute,
  closeDispute,
  escalateDispute,
  openDispute,
} from "../../support/stripe/disputes";
import type { Dispute } from "../../support/stripe/state";
import { expectLedgerOk } from "../ledger";
import { booksOf } from "../stripe";
import { openChargebackDesk } from "./chargeback-desk";
import { deliverAll } from "./deeds";
import { entriesOf, untilEntries } from "./entries";

let desk: Awaited<ReturnType<typeof openChargebackDesk>>;

beforeAll(async () => {
  desk = await openChargebackDesk();
});
afterAll(() => desk.shop.close());
afterEach(() => {
  desk.shop.stripe.mail.isHeld = false;
});

const lettersOf = ({ id }: Dispute) =>
  desk.shop.stripe.mail.letters.filter((one) => one.body.includes(id));

/** The households keep theirs; the deductions of the sale fall as with any refund. */
const lostLegs = { buyers: 3990, service: -399, packing: -200, freight: -199, loss_pool: -3192 };

describe("a chargeback", () => {
  it("is shown with amount, reason, deadline and order, and moves no money while it is open", async () => {
    const { order, intent, read } = await desk.paidByCard();
    const dispute = openDispute(desk.shop.stripe.house, intent.id, {
      reason: "product_not_received",
    });
    const shown = await desk.untilState(dispute.id, "to_answer");
    expect(shown).toMatchObject({
      intent_id: intent.id,
      is_inquiry: false,
      reason: "product_not_received",
      amount_fen: 3990,
      currency: "cny",
      due_at: new Date((dispute.evidence_details.due_by ?? 0) * 1000).toISOString(),
      closed_at: null,
      order: { id: order.id, display_id: order.display_id },
      booked: null,
    });
    answerDispute(desk.shop.stripe.house, dispute.id);
    await desk.untilState(dispute.id, "under_review");
    expect((await desk.list("1")).chargebacks.map(({ id }) => id)).toContain(dispute.id);
    expect(await entriesOf(desk.shop.house.database, order.id)).toHaveLength(1);
    expect((await read()).total_net_fen).toBe(3192);
  });

  it.each(["expected", "earned"] as const)(
    "that is lost is borne by the loss pool, and leaves households what is %s",
    async (stage) => {
      const { order, intent, read } = await desk.paidByCard();
      if (stage === "earned") await deliverAll(desk.seller, order.id);
      const dispute = openDispute(desk.shop.stripe.house, intent.id);
      closeDispute(desk.shop.stripe.house, dispute.id, "lost");
      const shown = await desk.untilPosted(dispute.id);
      expect(shown).toMatchObject({
        state: "lost",
        booked: { amount_fen: 3990, loss_pool_fen: 3192 },
      });
      expect(shown?.closed_at).not.toBeNull();
      const [, lost, more] = await untilEntries(desk.shop.house.database, order.id, 2);
      expect(lost).toEqual({
        kind: "refund",
        cause: "chargeback",
        reverses: "capture",
        legs: lostLegs,
      });
      expect(more).toBeUndefined();
      const { total_net_fen, credits } = await read();
      expect(total_net_fen).toBe(3192);
      const borne = credits.flatMap(({ reversals }) => reversals.map(({ borne_by }) => borne_by));
      expect(new Set(borne)).toEqual(new Set(["loss_pool"]));
      expect((await desk.list("1")).chargebacks.map(({ id }) => id)).not.toContain(dispute.id);
    },
  );

  it("told five times at once, late and in the wrong order, is one row and one entry", async () => {
    const { order, intent } = await desk.paidByCard();
    const before = await booksOf(desk.shop, desk.goods.variant_id);
    desk.shop.stripe.mail.isHeld = true;
    const dispute = openDispute(desk.shop.stripe.house, intent.id);
    answerDispute(desk.shop.stripe.house, dispute.id);
    closeDispute(desk.shop.stripe.house, dispute.id, "lost");
    const letters = lettersOf(dispute).toReversed();
    expect(letters.map(({ type }) => type)).toEqual([
      "charge.dispute.closed",
      "charge.dispute.updated",
      "charge.dispute.funds_withdrawn",
      "charge.dispute.created",
    ]);
    const sent = Array.from({ length: 5 }, () => letters).flat();
    const answers = await Promise.all(sent.map((one) => desk.shop.stripe.mail.deliver(one)));
    expect(new Set(answers)).toEqual(new Set([200]));
    await desk.untilPosted(dispute.id);
    for (const letter of letters) expect(await desk.shop.stripe.mail.deliver(letter)).toBe(200);
    const rows = (await desk.list()).chargebacks.filter(({ id }) => id === dispute.id);
    expect(rows).toHaveLength(1);
    expect(await entriesOf(desk.shop.house.database, order.id)).toHaveLength(2);
    expect((await booksOf(desk.shop, desk.goods.variant_id)).refunds).toBe(before.refunds + 1);
  });

  it("that nobody told us of is fetched from the house", async () => {
    const { intent } = await desk.paidByCard();
    desk.shop.stripe.mail.isHeld = true;
    const dispute = openDispute(desk.shop.stripe.house, intent.id);
    closeDispute(desk.shop.stripe.house, dispute.id, "lost");
    await desk.untilPosted(dispute.id);
  });

  it("that is won changes nothing; one that is won after it was lost waits for a person", async () => {
    const { order, intent } = await desk.paidByCard();
    const first = openDispute(desk.shop.stripe.house, intent.id);
    closeDispute(desk.shop.stripe.house, first.id, "won");
    expect(await desk.untilState(first.id, "won")).toMatchObject({ booked: null });
    expect(await entriesOf(desk.shop.house.database, order.id)).toHaveLength(1);
    const second = openDispute(desk.shop.stripe.house, intent.id);
    closeDispute(desk.shop.stripe.house, second.id, "lost");
    await desk.untilPosted(second.id);
    closeDispute(desk.shop.stripe.house, second.id, "won");
    const won = await desk.untilState(second.id, "won");
    expect(won).toMatchObject({ booked: { amount_fen: 3990 }, to_do: "won_after_booking" });
    expect(await entriesOf(desk.shop.house.database, order.id)).toHaveLength(2);
    // It stands foremost until somebody says what was done; that moves no money, and is said once.
    expect((await desk.list("1")).chargebacks[0]?.id).toBe(second.id);
    const said = { note: "已请财务补回损失池" };
    const [once, twice] = await Promise.all([
      desk.operator.visitor.post(`/admin/chargebacks/${second.id}/done`, said),
      desk.operator.visitor.post(`/admin/chargebacks/${second.id}/done`, said),
    ]);
    expect([once.status, twice.status].sort()).toEqual([200, 409]);
    expect(await desk.untilState(second.id, "won")).toMatchObject({ to_do: null, done: said });
    expect((await desk.list("1")).chargebacks.map(({ id }) => id)).not.toContain(second.id);
    const nothing = await desk.operator.visitor.post(`/admin/chargebacks/${first.id}/done`, said);
    expect(nothing.status).toBe(409);
    const empty = await desk.operator.visitor.post(`/admin/chargebacks/${second.id}/done`, {});
    expect(empty.status).toBe(400);
    expect(await entriesOf(desk.shop.house.database, order.id)).toHaveLength(2);
    await expectLedgerOk(desk.shop.house.database);
  });

  it("shows the house's fee once it has taken it, and books none of it", async () => {
    const { order, intent } = await desk.paidByCard();
    const asked = openDispute(desk.shop.stripe.house, intent.id, { is_inquiry: true });
    expect(await desk.untilState(asked.id, "to_answer")).toMatchObject({ fee: null });
    escalateDispute(desk.shop.stripe.house, asked.id);
    closeDispute(desk.shop.stripe.house, asked.id, "lost");
    expect(await desk.untilPosted(asked.id)).toMatchObject({
      fee: { amount: 10_500, currency: "cny" },
      to_do: null,
    });
    const [, lost] = await untilEntries(desk.shop.house.database, order.id, 2);
    expect(lost?.legs).toEqual(lostLegs);
    await expectLedgerOk(desk.shop.house.database);
  });

  it("after a refund takes no more than what is left, and shows the rest", async () => {
    const { order, intent } = await desk.paidByCard();
    const [payment = ""] = await desk.operator.payments(order.id);
    expect(await desk.operator.refund(payment, 20)).toBe(200);
    await untilEntries(desk.shop.house.database, order.id, 2);
    const dispute = openDispute(desk.shop.stripe.house, intent.id, { amount: 3990 });
    closeDispute(desk.shop.stripe.house, dispute.id, "lost");
    expect(await desk.untilPosted(dispute.id)).toMatchObject({
      amount_fen: 3990,
      booked: { amount_fen: 1990 },
      to_do: "not_all_booked",
    });
    const entries = await untilEntries(desk.shop.house.database, order.id, 3);
    expect(entries.reduce((sum, { legs }) => sum + (legs["buyers"] ?? 0), 0)).toBe(0);
  });

  it("keeps the operator from paying twice: the house refuses a refund beside it", async () => {
    const { order, intent } = await desk.paidByCard();
    const [payment = ""] = await desk.operator.payments(order.id);
    const dispute = openDispute(desk.shop.stripe.house, intent.id);
    await desk.untilState(dispute.id, "to_answer");
    expect(await desk.operator.refund(payment, 39.9)).toBeGreaterThanOrEqual(400);
    closeDispute(desk.shop.stripe.house, dispute.id, "lost");
    await desk.untilPosted(dispute.id);
    expect(await entriesOf(desk.shop.house.database, order.id)).toHaveLength(2);
    const given = [...desk.shop.stripe.house.refunds.values()];
    expect(given.filter(({ payment_intent }) => payment_intent === intent.id)).toEqual([]);
  });
});

it("asks the house for no refund of its own, and leaves a ledger that verifies", async () => {
  const { refunds } = desk.shop.stripe.house;
  expect([...refunds.values()].filter(({ amount }) => amount !== 2000)).toEqual([]);
  expect((await expectLedgerOk(desk.shop.house.database)).captured_fen).toBeGreaterThan(0);
});
