/** What a mail about a complaint says, Chinese first and English below. Pure. */
import { formatFen } from "../../contract/fen";
import type { DueMail } from "../../modules/complaint";
import { dayInShanghai } from "../../modules/rules";

/** A mail as it is handed over. */
export interface ComplaintMail {
  subject: string;
  text: string;
}

/** A sentence in both languages. */
type Said = readonly [zh: string, en: string];

/**
 * The words of a step.
 *
 * @param mail the step; its amount in whole fen
 * @param page where the buyer sees it and answers
 * @returns null for a step of which the buyer is told otherwise
 */
export function mailOf(mail: DueMail, page: string): ComplaintMail | null {
  const said = saidOf(mail);
  if (said === null) return null;
  const [zh, en] = said;
  const number = mail.display_id.toString();
  const words = mail.text ? `“${mail.text}”` : "";
  const until = mail.due_at === null ? null : dayInShanghai(new Date(mail.due_at));
  const text = [
    `订单 #${number}「${mail.title}」的投诉：${zh}`,
    words,
    until ? `最晚 ${until} 前可以回复。` : "",
    `Complaint about order #${number}: ${en}`,
    until ? `You can answer until ${until}.` : "",
    page,
  ];
  return {
    subject: `投诉进展 · 订单 #${number} · 以购 Yigou`,
    text: text.filter(Boolean).join("\n\n"),
  };
}

function saidOf({ party, state, amount_fen, is_overtaken }: DueMail): Said | null {
  const yuan = `¥${formatFen(amount_fen ?? 0)}`;
  const who: Said = party === "operator" ? ["平台", "the platform"] : ["合作社", "the cooperative"];
  switch (state) {
    case "offered":
      return [
        `${who[0]}提出退 ${yuan}，请您选择。`,
        `${who[1]} offers ${yuan}; it is yours to choose.`,
      ];
    case "rejected":
      return [`${who[0]}不同意退款。`, `${who[1]} declines.`];
    case "agreed":
      // The mail about the money says the same and more.
      if (is_overtaken) return null;
      if (party === "clock")
        return [
          `回复期已过，按提出的 ${yuan} 退款。`,
          `time is over: the offered ${yuan} goes back to you.`,
        ];
      return [
        `${who[0]}同意退 ${yuan}，退款在路上。`,
        `${who[1]} agrees: ${yuan} is on its way back.`,
      ];
    case "refunded":
      return [`${yuan} 已退回您的付款账户。`, `${yuan} has gone back the way you paid.`];
    case "escalated":
      return [
        "合作社没有按时回复，已转平台处理。",
        "the cooperative did not answer in time; the platform decides.",
      ];
    case "dismissed":
      return ["平台裁定不退款。", "the platform decides that nothing goes back."];
    case "closed":
      return ["回复期已过，投诉已结束。", "time is over; the complaint is closed."];
    case "open":
    case "withdrawn":
      return null;
  }
}
