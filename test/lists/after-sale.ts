/** Reviews and complaints, and slips that are refused with `invalid_input`. */
import type { Json, Slip } from "./changed";

/** An ordinary review of a line. */
export const reviewOf = (order_line_id: string, more: { [key: string]: Json } = {}) => ({
  order_line_id,
  stars: 5,
  text: "橙子很甜，孩子爱吃。",
  ...more,
});

/** Reviews that are refused with `invalid_input`. */
export const wrongReviews: readonly Slip[] = [
  ["no star", "stars", 0],
  ["six stars", "stars", 6],
  ["half a star", "stars", 4.5],
  ["a text of two signs", "text", "好吃"],
  ["an endless text", "text", "甜".repeat(501)],
  ["an emoji", "text", "很好吃的橙子 🍊"],
  ["seven photos", "photos", Array.from({ length: 7 }, (_, at) => `pho_0${at}`)],
  ["a photo twice", "photos", ["pho_01", "pho_01"]],
  ["a name of the buyer's own choice", "by_name", "镇长"],
];

/** An ordinary complaint about one unit of a line. */
export const complaintOf = (order_line_id: string, more: { [key: string]: Json } = {}) => ({
  order_line_id,
  quantity: 1,
  reason: "rotten",
  text: "打开时有一半已经烂了。",
  ...more,
});

/** Complaints that are refused with `invalid_input`. */
export const wrongComplaints: readonly Slip[] = [
  ["no unit", "quantity", 0],
  ["half a unit", "quantity", 0.5],
  ["a reason that nobody knows", "reason", "colour"],
  ["no words", "text", ""],
  ["a wish for nothing", "wish_fen", 0],
  ["a wish with a fraction of a fen", "wish_fen", 10.5],
  ["a state of the buyer's own", "state", "agreed"],
];
