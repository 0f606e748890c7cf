/** What complaints are called, in both languages. */
import type { ComplaintParty, ComplaintReason, ComplaintState } from "../../../contract/complaint";

/** What is wrong. */
export const reasons: Record<ComplaintReason, string> = {
  rotten: "腐烂变质 Rotten",
  damaged: "破损 Damaged",
  short_weight: "分量不足 Short weight",
  wrong_goods: "发错货 Wrong goods",
  poor_quality: "品质不符 Not as described",
  other: "其他 Other",
};

/** Where it stands. */
export const states: Record<ComplaintState, string> = {
  open: "待合作社答复 With the cooperative",
  offered: "等买家决定 Offered",
  rejected: "未同意 Turned down",
  escalated: "待平台裁定 To decide",
  agreed: "退款中 Being refunded",
  refunded: "已退款 Refunded",
  dismissed: "未支持 Dismissed",
  closed: "已结束 Closed",
  withdrawn: "已撤回 Withdrawn",
};

/** Who acted. */
export const parties: Record<ComplaintParty, string> = {
  buyer: "买家 Buyer",
  cooperative: "合作社 Cooperative",
  operator: "平台 Platform",
  clock: "到期 Deadline",
  payment: "退款 Refund",
};
