/**
 * Who belongs to a household: the village's cadre writes down a birth, a slip, a move and a new head, a wrong day
 * changes nothing, and the county reads without changing and records the new head's card.
 */
import type { Locator, Page } from "@playwright/test";
import { z } from "zod";

import { NEW_CARD } from "../lists/household-cards";
import { dayFromNow } from "../lists/recipients";
import { type Api, loginAs, read } from "../support/api";
import { expect, test } from "../support/story";
import { choose, logInToPanel } from "./panel-steps";

const nobody = { email: "", password: "" };
const found = z.object({
  households: z.array(z.object({ id: z.string(), member_count: z.number() })),
});
const kept = z.object({
  members: z.array(
    z.object({ name: z.string(), relation: z.string(), left_on: z.string().nullable() }),
  ),
  version: z.number(),
});
const BORN = "欧阳小禾";
const RIGHT = "欧阳小荷";

/** The members of a household, as the cadre's screen is told. */
async function membersOf(cadre: Api, id: string) {
  return read(await cadre.get(`/official/households/${id}/members`), kept);
}

/** A household of the cadre's village with somebody to go and somebody to be head; each width takes another. */
async function householdFor(backend: Api, project: string) {
  const cadre = await loginAs(backend, "village_cadre");
  const reply = await cadre.get("/official/households", { query: { limit: 100 } });
  const large = read(reply, found).households.filter((one) => one.member_count >= 3);
  const id = large.at(project === "phone" ? -1 : -2)?.id ?? "";
  const { members, version } = await membersOf(cadre, id);
  const here = members.filter((one) => one.left_on === null);
  const head = here.find((one) => one.relation === "head")?.name;
  const [goes, next, ...others] = here.filter((one) => one.name !== head).map((one) => one.name);
  if (!head || !goes || !next) throw new Error("the village has no household of three");
  return { cadre, id, version, head, goes, next, others };
}

/** Sends a dialog and waits until it has gone and the words are said. */
async function send(page: Page, dialog: Locator, button: string, said: string): Promise<void> {
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByText(said).first()).toBeVisible();
  await expect(dialog).toHaveCount(0);
}

/** Sends a wrong day: the words stand at its field, and the form stays open. */
async function refused(dialog: Locator, button: string, words: string): Promise<void> {
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await expect(dialog.locator(".ant-form-item-explain-error")).toHaveText(words);
  await expect(dialog).toBeVisible();
}

test("a household's members come, go and change places", async ({
  page,
  browser,
  backend,
  urls,
  accounts,
}, { project }) => {
  const { cadre, id, version, head, goes, next, others } = await householdFor(
    backend,
    project.name,
  );
  const file = `${urls.admin}/official/households/${id}`;
  const box = page.getByRole("region", { name: "家庭成员" });
  const rowOf = (name: string) =>
    box.getByRole("table", { name: "家庭成员" }).getByRole("row").filter({ hasText: name });
  const dialog = page.getByRole("dialog");
  const bornOn = dayFromNow(-5);
  await logInToPanel(page, urls.admin, "帮扶干部", accounts["village_cadre"] ?? nobody);
  await page.goto(file);

  await test.step("a child is born; tomorrow is refused at the field and changes nothing", async () => {
    await box.getByRole("button", { name: "添加成员" }).click();
    await dialog.getByLabel("姓名").fill(BORN);
    await choose(page, "关系", "孙辈");
    await dialog.getByLabel("出生年份").fill(bornOn.slice(0, 4));
    await dialog.getByLabel("入户日").fill(dayFromNow(1));
    await refused(dialog, "添加成员", "不能晚于今天");
    expect((await membersOf(cadre, id)).version).toBe(version);
    await dialog.getByLabel("入户日").fill(bornOn);
    await send(page, dialog, "添加成员", `已登记 ${BORN} 入户`);
    await expect(rowOf(BORN)).toContainText("孙辈");
    await expect(rowOf(BORN)).toContainText(bornOn);
  });

  await test.step("a slip of the pen is put right, with a reason", async () => {
    await box.getByRole("button", { name: `更正 ${BORN}` }).click();
    await dialog.getByLabel("姓名").fill(RIGHT);
    await refused(dialog, "更正", "请写明原因");
    await dialog.getByLabel("为什么更正").fill("登记时写错一个字");
    await send(page, dialog, "更正", `已更正 ${RIGHT} 的登记`);
    await expect(rowOf(RIGHT)).toBeVisible();
    await expect(rowOf(BORN)).toHaveCount(0);
  });

  await test.step("somebody moves away; a day before joining is refused at the field", async () => {
    await box.getByRole("button", { name: `办理离户 ${goes}` }).click();
    await dialog.getByLabel("离户日").fill("1901-01-01");
    await refused(dialog, "办理离户", "不能早于入户日");
    expect((await membersOf(cadre, id)).version).toBe(version + 2);
    await dialog.getByLabel("离户日").fill(dayFromNow(-2));
    await send(page, dialog, "办理离户", `已登记 ${goes} 离户`);
    await expect(rowOf(goes)).toContainText(`${dayFromNow(-2)} 迁出`);
    await expect(box.getByRole("button", { name: `办理离户 ${goes}` })).toHaveCount(0);
  });

  await test.step("the head hands over, and every relation is said anew", async () => {
    await expect(box.getByRole("button", { name: `办理离户 ${head}` })).toHaveCount(0);
    await box.getByRole("button", { name: "变更户主" }).click();
    await choose(page, "新户主", next);
    await dialog.getByLabel("为什么变更").fill("老户主年迈");
    for (const name of [head, RIGHT, ...others]) await choose(page, name, "其他");
    await send(page, dialog, "变更户主", `户主已变更为 ${next}`);
    await expect(rowOf(next)).toContainText("户主");
    await expect(rowOf(head)).toContainText("其他");
    await expect(page.getByRole("heading", { name: `${next}户` })).toBeVisible();
  });

  const told = [
    `姓名：${BORN} → ${RIGHT}`,
    "登记时写错一个字",
    "迁出",
    "成为户主",
    "老户主年迈",
    "出生",
  ];
  await test.step("the history tells all four", async () => {
    await box.getByText(`变动记录 (${(version + 4).toString()})`).click();
    for (const words of told) await expect(box.getByRole("list")).toContainText(words);
  });

  await test.step("the county's official reads it, is offered no change, and records the new head's card", async () => {
    const desk = await browser.newContext({ locale: "zh-CN" });
    const county = await desk.newPage();
    await logInToPanel(county, urls.admin, "帮扶干部", accounts["county_official"] ?? nobody);
    await county.goto(file);
    const seen = county.getByRole("region", { name: "家庭成员" });
    await expect(seen.getByRole("row").filter({ hasText: RIGHT })).toBeVisible();
    await seen.getByText(`变动记录 (${(version + 4).toString()})`).click();
    for (const words of told) await expect(seen.getByRole("list")).toContainText(words);
    await expect(seen.getByRole("button")).toHaveCount(0);
    // The card stays the former head's until somebody above the village records it anew.
    const cards = county.getByRole("region", { name: "银行卡" });
    await expect(cards).toContainText(`这张卡是原户主 ${head} 的`);
    await cards.getByRole("button", { name: "重新登记银行卡" }).click();
    const form = county.getByRole("dialog");
    await form.getByLabel("银行卡号").fill(NEW_CARD);
    await form.getByLabel("开户行").fill("赣州银行信丰支行");
    await form.getByLabel("看了什么凭据").fill("户口簿和银行卡原件");
    await send(county, form, "登记", `已登记 ${next} 的银行卡`);
    await expect(cards.getByRole("listitem").first()).toContainText(
      /现用.*\*+9998 赣州银行信丰支行/,
    );
    await expect(cards.getByRole("listitem").last()).toContainText("已换下");
    await expect(county.locator("body")).not.toContainText(NEW_CARD);
    await desk.close();
  });
});
