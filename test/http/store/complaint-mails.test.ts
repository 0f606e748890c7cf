/** The buyer hears by e-mail what others do about a complaint: once each, and of nothing that did not happen. */
import { z } from "zod";

import { complaintReplySchema } from "@yigou/backend/contract";

import { complaintOf } from "../../lists/after-sale";
import { type ComplaintDesk, offerOf, openDesk, rejection } from "../complaint-desk";
import { look } from "../ledger";
import { until } from "../shop";
import { refusalOf, replyOf } from "../visitor";

let desk: ComplaintDesk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.shop.close());

const mail = z.object({
  to: z.string(),
  data: z.object({ subject: z.string(), text: z.string() }),
});
/** Mails about a complaint, as Medusa keeps them, the oldest first. */
const mailsAbout = (id: string) =>
  look(
    desk.shop.house.database,
    mail,
    `select "to", data from notification where template = 'complaint' and data->>'complaint_id' = $1 order by created_at, id`,
    [id],
  );
const waiting = z.object({ n: z.coerce.number() });
/** Waits until nothing is on its way about a complaint any more. */
const untilDelivered = (id: string) =>
  until(
    async () =>
      look(
        desk.shop.house.database,
        waiting,
        `select count(*) as n from complaint_mail m join complaint_event e on e.id = m.event_id
          where e.complaint_id = $1 and m.sent_at is null and m.dropped_at is null`,
        [id],
      ),
    ([left]) => left?.n === 0,
  );

describe("a mail about a complaint", () => {
  it("tells of the offer with its words, then of the refund, each once", async () => {
    const { order, line, opened, step } = await desk.box();
    const { id } = await opened(complaintOf(line(desk.oranges)));
    expect(await mailsAbout(id)).toEqual([]);
    replyOf(await desk.answer(id, offerOf(1500)), complaintReplySchema);
    const [offer] = await until(
      () => mailsAbout(id),
      (mails) => mails.length > 0,
    );
    expect(offer?.data.text).toContain("合作社提出退 ¥15.00");
    expect(offer?.data.text).toContain("坏了一部分，赔一部分。");
    expect(offer?.data.text).toContain(`/orders/${order.id}`);
    expect(offer?.data.subject).toContain(`#${order.display_id.toString()}`);
    replyOf(await step(id, { verb: "accept_offer" }), complaintReplySchema);
    const both = await until(
      () => mailsAbout(id),
      (mails) => mails.length > 1,
    );
    expect(both[1]?.data.text).toContain("¥15.00 已退回");
    expect(both[1]?.to).toBe(offer?.to);
    await untilDelivered(id);
    expect(await mailsAbout(id)).toHaveLength(2);
  });

  it("is one when the seller accepts twice at once, and names no other buyer's complaint", async () => {
    const { line, opened } = await desk.box();
    const { id } = await opened(complaintOf(line(desk.honey)));
    const both = await Promise.all([
      desk.answer(id, { verb: "accept" }),
      desk.answer(id, { verb: "accept" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await until(
      () => mailsAbout(id),
      (mails) => mails.some(({ data }) => data.text.includes("已退回")),
    );
    await untilDelivered(id);
    const told = (await mailsAbout(id)).map(({ data }) => data.text);
    expect(told.filter((text) => text.includes("已退回"))).toHaveLength(1);
  });

  it("tells of a rejection, and not of what the wrong cooperative or the buyer does", async () => {
    const { line, opened, step } = await desk.box();
    const { id } = await opened(complaintOf(line(desk.oranges)));
    const other = await desk.shop.visitor("cooperative_other");
    expect(refusalOf(await desk.answer(id, rejection, other))).toBe("404 not_found");
    await untilDelivered(id);
    expect(await mailsAbout(id)).toEqual([]);
    replyOf(await desk.answer(id, rejection), complaintReplySchema);
    const [told] = await until(
      () => mailsAbout(id),
      (mails) => mails.length > 0,
    );
    expect(told?.data.text).toContain("合作社不同意退款");
    expect(told?.data.text).toContain(rejection.text);
    replyOf(await step(id, { verb: "withdraw" }), complaintReplySchema);
    await untilDelivered(id);
    expect(await mailsAbout(id)).toHaveLength(1);
  });

  it("tells of a deadline that is over and of the operator's word", async () => {
    const { line, opened } = await desk.box();
    const { id } = await opened(complaintOf(line(desk.honey)));
    await desk.overdue(id);
    await until(
      () => mailsAbout(id),
      (mails) => mails.some(({ data }) => data.text.includes("已转平台处理")),
    );
    replyOf(
      await desk.decide(id, { verb: "dismiss", text: "照片看不出问题。" }),
      z.object({ complaint: z.object({ state: z.literal("dismissed") }) }),
    );
    const mails = await until(
      () => mailsAbout(id),
      (found) => found.length > 1,
    );
    expect(mails[1]?.data.text).toContain("平台裁定不退款");
    expect(mails[1]?.data.text).toContain("照片看不出问题。");
  });
});
