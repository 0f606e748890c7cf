/** An official follows a yuan from the buyers to the household and its voucher, and takes the statement along. */
import { readFile } from "node:fs/promises";

import { z } from "zod";

import { withClient } from "../../backend/local/database";
import { loginAs, read } from "../support/api";
import { textOfPdf } from "../support/pdf-text";
import { expect, test } from "../support/story";
import { logInToPanel } from "./panel-steps";
import { buyAsGuest, listGoods } from "./shop-steps";

const page100 = z.object({
  households: z.array(z.object({ id: z.string(), head_name: z.string(), alias: z.string() })),
});
const payables = z.object({
  payables: z.array(
    z.object({ household_id: z.string(), alias: z.string(), settled_fen: z.number() }),
  ),
});

test("an official follows a yuan to the household and its voucher, and prints the statement", async ({
  page,
  backend,
  database,
  urls,
  accounts,
}) => {
  // The job that settles comes every hundred seconds.
  test.setTimeout(300_000);
  const cadre = await loginAs(backend, "village_cadre");
  const { households } = read(
    await cadre.get("/official/households", { query: { limit: 100 } }),
    page100,
  );
  const seller = await loginAs(backend, "cooperative");
  const goods = await listGoods(
    backend,
    households.map(({ alias }) => alias),
  );
  const order = await buyAsGuest(backend, goods);
  const home = households.find(({ alias }) => alias === goods.aliases[0]);
  if (!home) throw new Error("nobody of the village supplied");

  await test.step("the goods arrive, the return window passes, the cooperative pays", async () => {
    const parcel = { carrier: "中国邮政", tracking_number: "YZ100000077" };
    const path = `/cooperative/orders/${order.id}`;
    await expect(async () => {
      read(await seller.post(`${path}/ship`, parcel), z.unknown());
    }).toPass({ timeout: 40_000 });
    read(await seller.post(`${path}/deliver`, {}), z.unknown());
    await withClient(database.superuserUrl, (client) =>
      client.query(
        `update credit_due d set settles_at = now() - interval '1 minute'
           from credit_balance b where b.credit_id = d.credit_id and b.order_id = $1`,
        [order.id],
      ),
    );
    await expect(async () => {
      const owed = read(await seller.get("/cooperative/payables"), payables);
      const mine = owed.payables.find(({ household_id }) => household_id === home.id);
      expect(mine?.settled_fen).toBeGreaterThan(0);
      const body = {
        household_id: home.id,
        amount_fen: mine?.settled_fen ?? 0,
        bank: "农村商业银行",
        reference: `YUAN${Date.now().toString(36)}`,
        paid_on: new Date().toISOString().slice(0, 10),
      };
      read(await seller.post("/cooperative/payables/pay", body), z.unknown());
    }).toPass({ timeout: 150_000 });
  });

  const account = accounts["village_cadre"] ?? { email: "", password: "" };
  await logInToPanel(page, urls.admin, "帮扶干部", account);

  await test.step("from the money flow to the postings of a band", async () => {
    await page.goto(`${urls.admin}/official/flow?as=table`);
    await expect(page.getByRole("heading", { level: 1, name: "资金流向" })).toBeVisible();
    const chart = page.getByRole("region", { name: "科目表" });
    await expect(chart).toContainText("全部余额之和");
    await expect(chart).toContainText("平");
    const through = page.getByRole("region", { name: "经过谁" });
    await through
      .getByRole("listitem")
      .filter({ hasText: "农户·生产经营性" })
      .getByRole("link", { name: /买家付款/ })
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      "买家付款 → 农户·生产经营性",
    );
  });

  await test.step("from a posting to order, lot and household", async () => {
    const row = page.getByRole("row").filter({ hasText: goods.title });
    await row.filter({ hasText: home.alias }).getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("凭证");
    const facts = page.getByRole("region", { name: "这笔账" });
    await expect(facts).toContainText("货款到账");
    await expect(facts).toContainText(`#${order.display_id}`);
    const legs = page.getByRole("region", { name: "分录" });
    await expect(legs).toContainText("批次");
    await legs.getByRole("link", { name: home.alias }).first().click();
    await expect(page.getByRole("heading", { name: `${home.head_name}户` })).toBeVisible();
  });

  await test.step("from the file to the statement, and to the voucher of the payout", async () => {
    await page.getByRole("link", { name: "收入明白卡" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      `${home.head_name}户 收入明白卡`,
    );
    const book = page.getByRole("region", { name: "逐笔明细" });
    await expect(book).toContainText(goods.title);
    const paid = book.getByRole("row").filter({ hasText: "打款" }).last();
    await expect(paid).toContainText("凭证 农村商业银行");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载 PDF（打印用）" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^农户收入明白卡-.*\.pdf$/);
    const text = textOfPdf(await readFile(await file.path()));
    expect(text).toContain(`${home.head_name}户`);
    expect(text).toContain(goods.title);
    await paid.getByRole("link").first().click();
    await expect(page.getByRole("region", { name: "这笔账" })).toContainText("农村商业银行");
  });
});
