/** A buyer adopts a tree, reads its news, gets the harvest; another cancels in time. */
import { z } from "zod";

import { withClient } from "../../backend/local/database";
import { adoptionOf } from "../lists/adoptions";
import { type Api, loginAs, read } from "../support/api";
import { expect, test } from "../support/story";
import { logInToPanel } from "./panel-steps";
import { fillCheckout, nameOf, pay, untilShown } from "./shop-steps";

const nobody = { email: "", password: "" };
const suppliers = z.object({
  households: z.array(z.object({ id: z.string(), alias: z.string() })),
});
const listed = z.object({
  adoption: z.object({ product_id: z.string(), handle: z.string(), alias: z.string() }),
});

async function offerTrees(backend: Api, title: string) {
  const seller = await loginAs(backend, "cooperative");
  const found = read(
    await seller.get("/cooperative/households", { query: { limit: 1 } }),
    suppliers,
  );
  const body = { ...adoptionOf(found.households[0]?.id ?? "", { trees: 4 }), title };
  return read(await seller.post("/cooperative/adoptions", body), listed).adoption;
}

test("adopt a tree", async ({ page, say, browser, backend, urls, accounts, database }) => {
  const title = nameOf("认养脐橙树");
  const tree = await offerTrees(backend, title);

  await page.goto("/adopt");
  const offer = page.getByRole("article").filter({ hasText: title });
  await expect(offer).toContainText(say("adoption.left", { count: 4 }));
  await offer.getByRole("link", { name: title }).click();
  const terms = page.getByRole("region", { name: say("adoption.terms") });
  await expect(terms).toContainText("每棵 10 斤脐橙，树上熟");
  await expect(terms).toContainText(tree.alias);
  await page.getByRole("button", { name: say("good.buy") }).click();
  await fillCheckout(page, "guest@example.com", say);
  await page.getByLabel(say("checkout.outcome_success")).check();
  await pay(page, say);
  await untilShown(page, page.getByText(say("adoption.numbers", { numbers: 1 }), { exact: true }));
  await expect(page.getByRole("button", { name: say("adoption.cancel") })).toBeVisible();
  const number = (await page.getByRole("heading", { level: 1 }).innerText()).replace(/\D/g, "");

  const desk = await browser.newContext({ locale: "zh-CN" });
  const panel = await desk.newPage();
  await logInToPanel(panel, urls.admin, "合作社", accounts["cooperative"] ?? nobody);
  await panel.goto(`${urls.admin}/cooperative/adoptions`);
  await panel.getByRole("button", { name: "发消息" }).first().click();
  await panel.getByRole("dialog").getByLabel("消息").fill("今天套了袋，果子有乒乓球大了。");
  await panel.getByRole("dialog").getByRole("button", { name: "发消息" }).click();
  await expect(panel.getByText("已发出")).toBeVisible();
  await untilShown(page, page.getByText("今天套了袋，果子有乒乓球大了。"));

  // Too early to ship; when the day has come, the harvest goes out and is earned.
  await panel.goto(`${urls.admin}/cooperative/orders?state=to_ship`);
  await panel.getByRole("link", { name: `#${number}`, exact: true }).click();
  await panel.getByRole("button", { name: "发货" }).click();
  const dialog = panel.getByRole("dialog");
  await dialog.getByLabel("快递公司").fill("中国邮政");
  await dialog.getByLabel("快递单号").fill("YZ500000001");
  await dialog.getByRole("button", { name: "确认发货" }).click();
  await expect(dialog.getByText("还没到采收的日子").first()).toBeVisible();
  await withClient(database.superuserUrl, (client) =>
    client.query(
      "update adoption_offer set harvest_from = (now() at time zone 'Asia/Shanghai')::date where product_id = $1",
      [tree.product_id],
    ),
  );
  await dialog.getByRole("button", { name: "确认发货" }).click();
  await panel.getByRole("button", { name: "登记已送达" }).click();
  await panel.getByRole("dialog").getByRole("button", { name: "登记已送达" }).click();
  await untilShown(page, page.getByText(say("order.state_earned")).first());
  await expect(page.getByRole("button", { name: say("adoption.cancel") })).toHaveCount(0);
  await desk.close();
  await expect(page.getByRole("heading", { name: say("adoption.mine") })).toBeVisible();
});

test("an adoption is cancelled in time", async ({ page, say, backend }) => {
  const title = nameOf("认养脐橙树");
  const tree = await offerTrees(backend, title);
  await page.goto(`/goods/${tree.handle}`);
  await page.getByRole("button", { name: say("good.buy") }).click();
  await fillCheckout(page, "guest@example.com", say);
  await page.getByLabel(say("checkout.outcome_success")).check();
  await pay(page, say);
  await untilShown(page, page.getByText(say("order.stamp_paid")).first());
  await page.getByRole("button", { name: say("adoption.cancel") }).click();
  await untilShown(page, page.getByText(say("order.stamp_refunded")).first());
});
