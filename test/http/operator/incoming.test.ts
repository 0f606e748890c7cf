/** The operator imports the bank's statement: what came in pays the orders that wait, once, and nothing else. */
import { z } from "zod";

import { incomingRoutes } from "../../../backend/src/contract/incoming-routes";
import { checkoutOf } from "../../lists/checkouts";
import { tableForm } from "../../lists/statements";
import { expectLedgerOk, look } from "../ledger";
import { buy, type Listed, listGoods, openShop, type Shop, sumOf, untilCredited } from "../shop";
import { refusalOf, replyOf, type Visitor } from "../visitor";

let shop: Shop;
let guest: Visitor;
let operator: Visitor;
let goods: Listed;

beforeAll(async () => {
  shop = await openShop();
  guest = await shop.visitor("anonymous");
  operator = await shop.visitor("operator");
  goods = await listGoods(await shop.visitor("cooperative"), { price_fen: 3990, stock: 500 });
});
afterAll(() => shop.close());

const byTransfer = () =>
  buy(guest, {
    ...checkoutOf(goods.variant_id),
    payment_provider_id: "pp_bank_transfer",
    payment_data: {},
  });

let serials = 0;
interface Row {
  yuan: string;
  remark: string;
  out?: boolean;
}

/** A statement as a bank exports it, with lines above its heading and a sum below. */
function statementOf(rows: readonly Row[]): string {
  const lines = rows.map(({ yuan, remark, out }) => {
    serials += 1;
    const money = out ? `${yuan},` : `,${yuan}`;
    return `2026-11-22,${money},李某某,6222000000001234,${remark},SN${process.pid}${serials}`;
  });
  return [
    "户名：某平台",
    "交易日期,支出金额,收入金额,对方户名,对方账号,附言,流水号",
    ...lines,
    "合计,,,,,,",
  ].join("\n");
}

const imports = incomingRoutes["POST /admin/incoming-statements"].reply;
const lists = incomingRoutes["GET /admin/incoming-transfers"].reply;

async function upload(content: string | Uint8Array<ArrayBuffer>) {
  return replyOf(await operator.post("/admin/incoming-statements", tableForm(content)), imports);
}
const arrivals = async () => replyOf(await operator.get("/admin/incoming-transfers"), lists);
const confirm = (order_id: string, row_ids: string[]) =>
  operator.post("/admin/incoming-transfers/confirm", { order_id, row_ids });

async function proposalFor(order_id: string) {
  const { proposals } = await arrivals();
  const found = proposals.find(({ order }) => order.order_id === order_id);
  if (!found) throw new Error("nothing is proposed");
  return found;
}

describe("a statement", () => {
  it("in UTF-8 or in the national encoding is read, and importing it again changes nothing", async () => {
    const text = statementOf([{ yuan: "12.34", remark: "利息" }]);
    expect(await upload(text)).toMatchObject({ row_count: 1, new_rows: 1 });
    expect(await upload(text)).toMatchObject({ row_count: 1, new_rows: 0 });
    // One row as a bank's older program writes it: 2026-11-23, 5.00 in, 王某, 退款.
    const gb18030 =
      "vbvS18jVxtos1qez9r3wtu4sytXI673wtu4sttS3vbunw/ssuL3R1CzB98uuusUKMjAyNi0xMS0yMywsNS4wMCzN9cSzLM3Lv+4sU04tR0IxODAzMC0xCrrPvMYsLCwsLA==";
    const bytes = new Uint8Array(Buffer.from(gb18030, "base64"));
    expect(await upload(bytes)).toMatchObject({ row_count: 1, new_rows: 1 });
    expect((await arrivals()).left.map(({ payer_masked }) => payer_masked)).toContain("王*");
    expect((await arrivals()).left.map(({ why }) => why)).toContain("no_reference");
  });

  it("with a row that makes no sense is refused as a whole, naming row and column", async () => {
    const before = await arrivals();
    const text = statementOf([
      { yuan: "5.00", remark: "好" },
      { yuan: "很多", remark: "坏" },
    ]);
    const answer = await operator.post("/admin/incoming-statements", tableForm(text));
    expect(refusalOf(answer)).toBe("400 statement_row_wrong");
    expect(answer.text).toContain("第 4 行");
    expect(await arrivals()).toEqual(before);
    const none = await operator.post("/admin/incoming-statements", tableForm("a,b\n1,2\n"));
    expect(refusalOf(none)).toBe("400 statement_layout_unknown");
  });

  it("keeps no account number and no whole name", async () => {
    const kept = await look(shop.house.database, z.unknown(), `select * from incoming_row`, []);
    expect(JSON.stringify(kept)).not.toMatch(/62220000|李某某/);
  });
});

describe("arrived money", () => {
  it("pays the order whose reference it carries once a person has said so, and not before", async () => {
    const { order, token } = await byTransfer();
    await upload(
      statementOf([{ yuan: "39.90", remark: `货款${order.transfer_reference?.toLowerCase()}` }]),
    );
    const proposal = await proposalFor(order.id);
    expect(proposal).toMatchObject({ basis: "reference", standing: "exact", difference_fen: 0 });
    expect(order.payment_state).toBe("awaiting_transfer");
    const row_ids = proposal.rows.map(({ id }) => id);
    const twice = await Promise.all([confirm(order.id, row_ids), confirm(order.id, row_ids)]);
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    expect((await confirm(order.id, row_ids)).status).toBe(200);
    const { credits } = await untilCredited(guest, order.id, token);
    expect(sumOf(credits, (one) => one.gross_fen)).toBe(3990);
    const now = await arrivals();
    expect(now.proposals.map(({ order: one }) => one.order_id)).not.toContain(order.id);
    expect(now.left.map(({ id }) => id)).not.toContain(row_ids[0]);
  });

  it("of too little is named and refused; with the rest it pays", async () => {
    const { order } = await byTransfer();
    const remark = order.transfer_reference ?? "";
    await upload(statementOf([{ yuan: "30.00", remark }]));
    const partial = await proposalFor(order.id);
    expect(partial).toMatchObject({ standing: "partial", difference_fen: -990 });
    const refused = await confirm(
      order.id,
      partial.rows.map(({ id }) => id),
    );
    expect(refusalOf(refused)).toBe("409 amount_differs");
    await upload(statementOf([{ yuan: "9.90", remark }]));
    const whole = await proposalFor(order.id);
    expect(whole.standing).toBe("exact");
    expect(
      (
        await confirm(
          order.id,
          whole.rows.map(({ id }) => id),
        )
      ).status,
    ).toBe(200);
  });

  it("of too much pays what is due; the rest stays on the list", async () => {
    const { order } = await byTransfer();
    await upload(statementOf([{ yuan: "50.00", remark: order.transfer_reference ?? "" }]));
    const over = await proposalFor(order.id);
    expect(over).toMatchObject({ standing: "over", difference_fen: 1010 });
    expect(
      (
        await confirm(
          order.id,
          over.rows.map(({ id }) => id),
        )
      ).status,
    ).toBe(200);
    const rest = (await arrivals()).left.find(({ id }) => id === over.rows[0]?.id);
    expect(rest).toMatchObject({ left_fen: 1010, why: "rest" });
    const path = `/admin/incoming-transfers/${rest?.id ?? ""}/set-aside`;
    expect((await operator.post(path, { because: "已退回付款人" })).status).toBe(200);
    expect(refusalOf(await operator.post(path, { because: "再说一遍" }))).toBe(
      "409 state_conflict",
    );
    expect((await arrivals()).left.map(({ id }) => id)).not.toContain(rest?.id);
  });

  it("pays no second order, and no order that is paid already", async () => {
    const [first, second] = [await byTransfer(), await byTransfer()];
    await upload(statementOf([{ yuan: "39.90", remark: first.order.transfer_reference ?? "" }]));
    const { rows } = await proposalFor(first.order.id);
    const row_ids = rows.map(({ id }) => id);
    expect((await confirm(first.order.id, row_ids)).status).toBe(200);
    expect(refusalOf(await confirm(second.order.id, row_ids))).toBe("409 amount_differs");
    await upload(statementOf([{ yuan: "39.90", remark: first.order.transfer_reference ?? "" }]));
    const again = (await arrivals()).left.find(
      ({ reference }) => reference === first.order.transfer_reference,
    );
    expect(again?.why).toBe("not_awaited");
    expect(refusalOf(await confirm(first.order.id, [again?.id ?? ""]))).toBe("409 state_conflict");
  });

  it("that went out is no money that came in", async () => {
    const { order } = await byTransfer();
    const text = statementOf([
      { yuan: "39.90", remark: order.transfer_reference ?? "", out: true },
    ]);
    expect(await upload(text)).toMatchObject({ row_count: 0, new_rows: 0 });
    expect((await arrivals()).awaited.map(({ order_id }) => order_id)).toContain(order.id);
  });
});

it("leaves a ledger that verifies", async () => {
  expect((await expectLedgerOk(shop.house.database)).captured_fen).toBe(3990 * 4);
});
